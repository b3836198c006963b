import type { FieldInfo } from '../types/index.d.ts';
import { dottedToPath, dottedToPointer, pathToPointer } from './paths.ts';

type Body = Record<string, unknown>;

/** No body of a request is as deep; what is deeper stays as it is. */
const DEPTH = 100;

export function fromForm(
  values: FormData | Body,
  fields: FieldInfo[],
  touched: ReadonlySet<string> | undefined,
): Body {
  const types = new Map(fields.map((field) => [field.path, field.type]));
  const body: Body = {};
  const ancestors = new Set<unknown>();

  function put(path: (string | number)[], value: unknown): void {
    const pointer = pathToPointer(path);
    if (value === undefined || (value === '' && !touched?.has(pointer))) return;
    if (isPlain(value) && path.length < DEPTH) {
      const members = Object.entries(value);
      if (members.length > 0) {
        if (ancestors.has(value)) throw new TypeError(`ctslint: the values contain themselves, at ${pointer}`);
        ancestors.add(value);
        for (const [name, member] of members) put([...path, name], member);
        ancestors.delete(value);
        return;
      }
    }
    let holder = body;
    for (const name of path.slice(0, -1)) {
      if (!Object.hasOwn(holder, name) || !isPlain(holder[name])) set(holder, name, {});
      holder = holder[name] as Body;
    }
    set(holder, path[path.length - 1] as string, typed(types.get(pointer), value));
  }

  ancestors.add(values);
  const entries = isFormData(values) ? values.entries() : Object.entries(values);
  for (const [name, value] of entries) put(dottedToPath(name), value);
  return body;
}

/** The names of touched inputs as JSON Pointers. */
export function pointers(touched: Iterable<string> | undefined): Set<string> | undefined {
  return touched && new Set([...touched].map((name) => (name.startsWith('/') ? name : dottedToPointer(name))));
}

/** What an input means by its text. What cannot be read stays as it is, and is found when it is checked. */
function typed(type: FieldInfo['type'] | undefined, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (type === 'boolean') {
    if (value === 'true' || value === 'on') return true;
    if (value === 'false' || value === 'off') return false;
  }
  if (type === 'integer' && /^-?[0-9]+$/.test(value)) return Number(value);
  return value;
}

function set(holder: Body, name: string | number, value: unknown): void {
  Object.defineProperty(holder, name, { value, writable: true, enumerable: true, configurable: true });
}

function isPlain(value: unknown): value is Body {
  return Object.prototype.toString.call(value) === '[object Object]';
}

function isFormData(values: FormData | Body): values is FormData {
  return Object.prototype.toString.call(values) === '[object FormData]';
}
