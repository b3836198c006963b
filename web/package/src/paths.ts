import type { Path } from '../types/index.d.ts';

const INDEX = /^(0|[1-9][0-9]*)$/;

const segment = (name: string): string | number => (INDEX.test(name) ? Number(name) : name);

export function pointerToPath(pointer: string): (string | number)[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((name) => segment(name.replaceAll('~1', '/').replaceAll('~0', '~')));
}

export function pathToPointer(path: Path): string {
  return path.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function pathToDotted(path: Path): string {
  return path.map((name) => String(name).replace(/[\\.[\]]/g, '\\$&')).join('.');
}

export function dottedToPath(dotted: string): (string | number)[] {
  const names = dotted.match(/(?:\\.|[^.[\]\\])+/g) ?? [];
  return names.map((name) => segment(name.replace(/\\(.)/g, '$1')));
}

export const pointerToDotted = (pointer: string): string => pathToDotted(pointerToPath(pointer));

export const dottedToPointer = (dotted: string): string => pathToPointer(dottedToPath(dotted));
