// Makes a body of the values of a form.
import type { FieldInfo, FormElementLike } from '../types/index.d.ts';
import { dottedToPath, dottedToPointer, pathToPointer, pointerToPath } from './paths.ts';

type Body = Record<string, unknown>;

/** No body of a request is as deep; what is deeper stays as it is. */
const DEPTH = 100;

/** What is known of a form beside its values. Fields are JSON Pointers. */
export interface Known {
  fields: FieldInfo[];
  /** Whether what is left out stays as the API has it by default; an update may reset it instead, or not. */
  isCreate: boolean;
  /** The inputs whose empty texts stay. */
  touched: ReadonlySet<string>;
  /** The names of the checkboxes that are in the form: `FormData` holds those that are ticked. */
  checkboxes: string[];
  /** Whether the values hold `true` and `false` for checkboxes that nobody may have touched. */
  hasStates: boolean;
}

export function fromForm(values: FormData | FormElementLike | Body, known: Known): Body {
  const fields = new Map(known.fields.map((field) => [field.path, field]));
  const body: Body = {};
  const ancestors = new Set<unknown>();
  /** What says no more than its absence does. */
  const silent = new Set<string>();

  function put(path: (string | number)[], value: unknown): void {
    const pointer = pathToPointer(path);
    const isEmpty = value === '' || value === null || (Array.isArray(value) && value.length === 0);
    if (value === undefined || (isEmpty && !known.touched.has(pointer))) return;
    if (isPlain(value) && path.length < DEPTH && !known.touched.has(pointer)) {
      if (ancestors.has(value)) throw new TypeError(`ctslint: the values contain themselves, at ${pointer}`);
      ancestors.add(value);
      for (const [name, member] of Object.entries(value)) put([...path, name], member);
      ancestors.delete(value);
      return;
    }
    let holder = body;
    for (const name of path.slice(0, -1)) {
      if (!Object.hasOwn(holder, name) || !isPlain(holder[name])) set(holder, name, {});
      holder = holder[name] as Body;
    }
    const name = path[path.length - 1] as string;
    const member = typed(fields.get(pointer)?.type, value);
    // `FormData` has an entry for each item of a list.
    const others = isFormData(values) || isElement(values) ? holder[name] : undefined;
    set(holder, name, Array.isArray(member) && Array.isArray(others) ? others.concat(member) : member);
    if (known.hasStates && typeof value === 'boolean' && isDefault(pointer, value)) silent.add(pointer);
  }

  /** Whether the API takes this value where there is none. */
  function isDefault(pointer: string, value: unknown): boolean {
    return known.isCreate && !known.touched.has(pointer) && value === (fields.get(pointer)?.default ?? (typeof value === 'boolean' ? false : undefined));
  }

  function leaveAlone(pointer: string, value: unknown): void {
    // An update leaves out what is off from the beginning: it may be on in the tracker.
    const isOff = !known.isCreate && value === false && !known.touched.has(pointer);
    if (isOff || isDefault(pointer, value)) silent.add(pointer);
  }

  /** Takes out what says nothing, but what its object must have: unless nothing else is in it. */
  function prune(holder: Body, path: (string | number)[]): boolean {
    const names = Object.keys(holder);
    const pointer = (name: string) => pathToPointer([...path, name]);
    const kept = names.filter((name) => {
      const member = holder[name];
      if (isPlain(member) && path.length < DEPTH && !prune(member, [...path, name])) delete holder[name];
      else if (!silent.has(pointer(name))) return true;
      return false;
    });
    for (const name of names) {
      const isNeeded = fields.get(pointer(name))?.required && (path.length === 0 || kept.length > 0);
      if (silent.has(pointer(name)) && !isNeeded) delete holder[name];
    }
    return kept.length > 0 || Object.keys(holder).length > 0;
  }

  ancestors.add(values);
  const data = isElement(values) ? dataOf(values) : values;
  for (const [name, value] of isFormData(data) ? data.entries() : Object.entries(data)) put(dottedToPath(name), value);
  for (const name of known.checkboxes) {
    const path = dottedToPath(name);
    const value = isFormData(data) && data.has(name) && typed('boolean', data.getAll(name).at(-1)) !== false;
    put(path, value);
    if (isDefault(pathToPointer(path), value)) silent.add(pathToPointer(path));
  }
  if (isElement(values)) {
    for (const { name, value, isUntouched } of inputs(values)) {
      const path = dottedToPath(name);
      const type = fields.get(pathToPointer(path))?.type ?? 'boolean';
      if (typeof value === 'boolean' && type === 'boolean') put(path, value);
      if (isUntouched) leaveAlone(pathToPointer(path), value);
    }
  }
  if (silent.size > 0) prune(body, []);
  return body;
}

/** The inputs of a form, each with whether it is as it was at first. A checkbox stands for `true` or `false`. */
function* inputs(form: FormElementLike): Iterable<{ name: string; value: unknown; isUntouched: boolean }> {
  for (const input of Array.from(form.elements)) {
    const { name, type, value, checked } = input;
    if (!name || input.matches(':disabled')) continue;
    if (type === 'checkbox') yield { name, value: checked, isUntouched: checked === input.defaultChecked };
    else if (type === 'radio') {
      if (checked) yield { name, value, isUntouched: input.defaultChecked };
    } else if (input.options) {
      const options: { defaultSelected: boolean; value: string }[] = Array.from(input.options);
      yield { name, value, isUntouched: value === (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value };
    } else yield { name, value, isUntouched: value === input.defaultValue };
  }
}

/** The body of a value whose members may be `undefined`, as forms say it: they are left out, and objects of nothing else, too. */
export function present(value: unknown): unknown {
  const ancestors = new Set<object>();
  function of(value: unknown): unknown {
    if (!isPlain(value) || ancestors.size === DEPTH || ancestors.has(value)) return value;
    ancestors.add(value);
    const names = Object.keys(value);
    const members = names.map((name) => [name, of(value[name])] as const);
    ancestors.delete(value);
    if (members.every(([name, member]) => member !== undefined && member === value[name])) return value;
    const left = members.filter(([, member]) => member !== undefined);
    if (left.length === 0 && ancestors.size > 0) return undefined;
    const copy: Body = {};
    for (const [name, member] of left) set(copy, name, member);
    return copy;
  }
  return of(value);
}

/** The names of inputs as JSON Pointers. */
export function pointers(names: string[]): Set<string> {
  return new Set(names.map((name) => (name.startsWith('/') ? name : dottedToPointer(name))));
}

/** The names of inputs with dots. */
export function dotted(names: string[]): string[] {
  return names.map((name) => (name.startsWith('/') ? pointerToPath(name).join('.') : name));
}

/** What an input means by its text. What cannot be read stays as it is, and is found when it is checked. */
function typed(type: FieldInfo['type'] | undefined, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (type === 'boolean') {
    if (value === 'true' || value === 'on') return true;
    if (value === 'false' || value === 'off') return false;
  }
  if (type === 'array') return value.split(/[\s,;]+/).filter((item) => item !== '');
  if (type === 'integer' && /^-?[0-9]+$/.test(value)) return Number(value);
  return value;
}

function set(holder: Body, name: string | number, value: unknown): void {
  Object.defineProperty(holder, name, { value, writable: true, enumerable: true, configurable: true });
}

export function isPlain(value: unknown): value is Body {
  return Object.prototype.toString.call(value) === '[object Object]';
}

function isFormData(values: unknown): values is FormData {
  return Object.prototype.toString.call(values) === '[object FormData]';
}

function isElement(values: unknown): values is FormElementLike {
  return Object.prototype.toString.call(values) === '[object HTMLFormElement]';
}

/** The values of a form, by the platform that it is of. */
function dataOf(form: FormElementLike): FormData {
  const { FormData } = form.ownerDocument.defaultView;
  return new FormData(form);
}
