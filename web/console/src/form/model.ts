/** What the form asks for, what it shows, and what a change of it does to the text. Knows nothing of the page. */

import type { DocumentName, FieldInfo } from '../checker/types.ts';
import { type Json, type Readable, valueAt, withValue } from './edits.ts';

export interface Model {
  document: DocumentName;
  fields: FieldInfo[];
  byPointer: Map<string, FieldInfo>;
}

export function model(document: DocumentName, fields: FieldInfo[]): Model {
  return { document, fields, byPointer: new Map(fields.map((field) => [field.path, field])) };
}

/** The pointer of the object that a field stands in; empty for the body itself. */
export function parent(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** The fields that stand in an object. */
export function members({ fields }: Model, pointer: string): FieldInfo[] {
  return fields.filter(({ path }) => path !== '' && parent(path) === pointer);
}

/** A field of a single value is shown, not asked: there is nothing to choose. */
export function only({ enum: values, type, name }: FieldInfo, { document, byPointer }: Model): string | null {
  if (values?.length === 1 && type === 'string' && values[0] !== undefined && name === 'tracker_type') return values[0].value;
  const type_ = byPointer.get('/tracker_type');
  return name === 'tracker_name' && type_?.enum?.length === 1 && document.startsWith('v3') ? (type_.enum[0]?.value ?? null) : null;
}

export type GroupName = 'keep' | 'bucket' | 'analysis' | 'protection' | 'tracker' | 'more';

export interface Group {
  name: GroupName;
  /** The object that the fields stand in, where it is switched as a whole. */
  object: FieldInfo | null;
  fields: FieldInfo[];
}

/** How long traces are kept comes first; what the form can't choose comes last. */
const ORDER: { name: GroupName; paths: string[] }[] = [
  { name: 'tracker', paths: ['/tracker_type', '/tracker_name', '/status'] },
  {
    name: 'bucket',
    paths: [
      '/obs_info',
      '/bucket_name',
      '/is_obs_created',
      '/file_prefix_name',
      '/obs_info/bucket_name',
      '/obs_info/is_obs_created',
      '/obs_info/bucket_lifecycle',
      '/obs_info/file_prefix_name',
    ],
  },
  { name: 'analysis', paths: ['/is_lts_enabled', '/lts'] },
  {
    name: 'protection',
    paths: ['/is_support_trace_files_encryption', '/kms_id', '/is_support_validate', '/log_file_validate'],
  },
];

/** The fields in groups; an object is the group of its members. */
export function groups(model: Model): Group[] {
  const left = new Set(model.fields.filter((field) => only(field, model) === null));
  const result: Group[] = [];
  const take = (name: GroupName, paths: string[]) => {
    const object = paths.map((path) => model.byPointer.get(path)).find((field) => field?.type === 'object' && left.has(field)) ?? null;
    if (object !== null) left.delete(object);
    const inside = object === null ? [] : members(model, object.path).map(({ path }) => path);
    const fields = [...new Set([...paths, ...inside])].flatMap((path) => {
      const field = model.byPointer.get(path);
      return field !== undefined && field.type !== 'object' && left.delete(field) ? [field] : [];
    });
    if (object === null && fields.length === 0) return;
    // A group holds an object or single fields, never both: a switch is for everything under it.
    const own = object === null ? fields : fields.filter(({ path }) => parent(path) === object.path);
    const others = fields.filter((field) => !own.includes(field));
    result.push({ name, object, fields: own });
    if (others.length > 0) result.push({ name, object: null, fields: others });
  };
  for (const { name, paths } of ORDER) take(name, paths);
  for (const object of [...left].filter(({ type }) => type === 'object')) take('more', [object.path]);
  take(
    'more',
    [...left].map(({ path }) => path),
  );
  return result;
}

/** Whether the text has the object, or makes it necessary. */
export function isIncluded(text: Readable, object: FieldInfo): boolean {
  const value = valueAt(text, object.path);
  return typeof value === 'object' && value !== null;
}

/** Whether another field makes this one necessary. */
export function isDemanded(model: Model, field: FieldInfo, text: Readable): boolean {
  return (field.requiredWhen ?? []).some(({ path, is }) => effective(model, path, text) === is);
}

/** A field that another one makes necessary is asked for then, and shown whenever it is there. */
export function isAsked(model: Model, field: FieldInfo, text: Readable): boolean {
  return field.requiredWhen === undefined || isDemanded(model, field, text) || valueAt(text, field.path) !== undefined;
}

/** Whether it must be filled in: by the API, or because the switch above it makes no sense without it. */
export function isNeeded(model: Model, field: FieldInfo, text: Readable): boolean {
  return field.required || isDemanded(model, field, text) || field.path === '/obs_info/bucket_name';
}

/** What holds: what the text says, otherwise what the API takes when the field is absent. */
export function effective({ byPointer }: Model, pointer: string, text: Readable): Json | undefined {
  return valueAt(text, pointer) ?? byPointer.get(pointer)?.default;
}

/** The text after a field was filled in; an empty one is left out where it may be. */
export function filledIn(model: Model, field: FieldInfo, value: Json | undefined, text: Readable): string {
  const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
  const next = isEmpty && !isNeeded(model, field, text) ? undefined : value;
  return withValue(
    text.text,
    field.path,
    next,
    members(model, parent(field.path)).map(({ name }) => name),
  );
}

/** What a number was typed as: a number where it is one, so that the checker can say what else it is. */
export function numberOf(typed: string): Json {
  return /^-?\d{1,15}$/.test(typed.trim()) ? Number(typed) : typed;
}

/** The text with an object switched on, with what it cannot be without, or with `kept`, what it was before; or switched off. */
export function switched(model: Model, object: FieldInfo, isOn: boolean, text: Readable, kept?: Json): string {
  const order = members(model, parent(object.path)).map(({ name }) => name);
  if (!isOn) return withValue(text.text, object.path, undefined, order);
  const made: Record<string, Json> = {};
  for (const field of members(model, object.path)) {
    if (!isNeeded(model, field, text)) continue;
    made[field.name] = field.type === 'boolean' ? true : field.type === 'array' ? [] : '';
  }
  return withValue(text.text, object.path, kept ?? made, order);
}
