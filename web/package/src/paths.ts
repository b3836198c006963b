import type { Path } from '../types/index.d.ts';

const INDEX = /^(0|[1-9][0-9]*)$/;

const segment = (name: string): string | number => (INDEX.test(name) ? Number(name) : name);

const expected = (what: string): TypeError => new TypeError(`ctslint: this takes ${what}`);

function list(path: Path): Path {
  if (Array.isArray(path) && path.every((name) => typeof name === 'string' || typeof name === 'number')) return path;
  throw expected("a path, such as ['obs_info', 'bucket_name']");
}

export function pointerToPath(pointer: string): (string | number)[] {
  if (typeof pointer !== 'string' || !/^($|\/)/.test(pointer)) throw expected("a JSON Pointer, such as '/obs_info/bucket_name'");
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((name) => segment(name.replaceAll('~1', '/').replaceAll('~0', '~')));
}

export function pathToPointer(path: Path): string {
  return list(path).map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function pathToDotted(path: Path): string {
  return list(path).map((name) => String(name).replace(/[\\.[\]]/g, '\\$&')).join('.');
}

export function dottedToPath(dotted: string): (string | number)[] {
  if (typeof dotted !== 'string') throw expected("a dotted path, such as 'obs_info.bucket_name'");
  const names = dotted.match(/(?:\\.|[^.[\]\\])+/g) ?? [];
  return names.map((name) => segment(name.replace(/\\(.)/g, '$1')));
}

export const pointerToDotted = (pointer: string): string => pathToDotted(pointerToPath(pointer));

export const dottedToPointer = (dotted: string): string => pathToPointer(dottedToPath(dotted));
