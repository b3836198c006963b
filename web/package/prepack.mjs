// Runs before the package is packed: without what the build makes it would be empty.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname ?? process.cwd();
const { exports } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const files = JSON.stringify(exports).match(/\.\/dist\/[^"*]+(?=")/g) ?? [];
const missing = files.filter((file) => !existsSync(join(here, file)));
if (missing.length > 0) {
  console.error(`ctslint: ${missing[0]} is missing: run \`cargo xtask wasm\` in the repository before the package is packed`);
  process.exitCode = 1;
}
