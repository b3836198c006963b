// What needs neither the module nor the tables. It is a file of its own in `dist`, so that bundles can carry it alone.
export * from './edits.ts';
export * from './paths.ts';
