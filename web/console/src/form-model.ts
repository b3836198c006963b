/** From what was put into a form to the body of the request. */

import { form, given, type FieldInfo, type RequestDocument } from './engine.ts';
import type { Values } from './state.ts';

export interface Model {
  document: RequestDocument;
  fields: FieldInfo[];
  byPointer: Map<string, FieldInfo>;
  /** What is filled in from the start, because it can have one value only. */
  given: Map<string, string>;
}

export function model(document: RequestDocument): Model {
  const fields = form(document);
  const strings = Object.entries(given(document)).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return {
    document,
    fields,
    byPointer: new Map(fields.map((field) => [field.path, field])),
    given: new Map(strings.map(([name, value]) => [`/${name}`, value])),
  };
}

/** The pointer of the object that a field stands in; empty for the body itself. */
export function parent(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** An object whose presence makes members required is left out until it is asked for. */
export function isIncluded({ fields }: Model, object: FieldInfo, values: Values): boolean {
  const value = values[object.path];
  if (typeof value === 'boolean') return value;
  return object.required || !fields.some((field) => field.required && parent(field.path) === object.path);
}

/** Whether a field is asked for: the object around it is there, and so is what makes it necessary. */
export function isWanted(model: Model, field: FieldInfo, values: Values): boolean {
  const object = model.byPointer.get(parent(field.path));
  if (object !== undefined && !isIncluded(model, object, values)) return false;
  return field.requiredWhen === undefined || isDemanded(model, field, values);
}

/** Whether another field makes this one necessary. */
export function isDemanded(model: Model, field: FieldInfo, values: Values): boolean {
  return (field.requiredWhen ?? []).some(({ path, is }) => {
    const other = model.byPointer.get(path);
    return other !== undefined && isWanted(model, other, values) && effective(model, other, values) === is;
  });
}

/** What a control shows: what was put in, otherwise what the API takes when the field is absent. */
export function effective({ given }: Model, field: FieldInfo, values: Values): string | boolean | undefined {
  return values[field.path] ?? given.get(field.path) ?? field.default;
}

/** The body: without what was left empty and without what is the default anyway. */
export function body(model: Model, values: Values): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const objects = new Map<string, Record<string, unknown>>([['', result]]);
  for (const field of model.fields) {
    const target = objects.get(parent(field.path));
    if (target === undefined || !isWanted(model, field, values)) continue;
    if (field.type === 'object') {
      const members = {};
      target[field.name] = members;
      objects.set(field.path, members);
      continue;
    }
    const value = written(model, field, values);
    if (value !== undefined) target[field.name] = value;
  }
  for (const field of model.fields) {
    const members = objects.get(field.path);
    const around = objects.get(parent(field.path));
    if (field.type === 'object' && members && around && Object.keys(members).length === 0) delete around[field.name];
  }
  return result;
}

function written({ given }: Model, field: FieldInfo, values: Values): string | boolean | undefined {
  const value = values[field.path] ?? given.get(field.path);
  if (field.type === 'boolean') {
    if (field.required) return value === true;
    return value === field.default ? undefined : value;
  }
  return value === '' || (value === field.default && !field.required) ? undefined : value;
}

/** The values with an object switched on or off. Its required switches are on then: that is what it is for. */
export function include(model: Model, object: FieldInfo, values: Values, wanted: boolean): Values {
  const next = { ...values, [object.path]: wanted };
  if (!wanted) return next;
  for (const field of model.fields) {
    if (field.type === 'boolean' && field.required && parent(field.path) === object.path)
      next[field.path] ??= true;
  }
  return next;
}
