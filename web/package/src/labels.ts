// Messages as forms show them.
import type { FieldInfo } from '../types/index.d.ts';
import { pointerToDotted } from './paths.ts';

/** The quotation marks of a language, where they are not the English ones. */
const MARKS: Record<string, [string, string]> = { de: ['„', '“'] };

/** A message without backticks, with the labels of fields in place of their names. What is quoted stands in quotation marks. */
export function labelled(message: string, path: string | undefined, fields: FieldInfo[], language: string): string {
  const [open, close] = MARKS[language] ?? ['“', '”'];
  return message.replace(/`` (.*?) ``|`([^`]*)`?/gs, (_, inner: string | undefined, literal: string | undefined) => {
    const name = inner ?? literal ?? '';
    return `${open}${labelOf(name, path ?? '', fields) ?? name}${close}`;
  });
}

/** The label of the field that is meant by a name: of several the one at fault, then its neighbours. */
function labelOf(name: string, path: string, fields: FieldInfo[]): string | undefined {
  const called = fields.filter((field) => field.name === name || pointerToDotted(field.path) === name);
  const object = path.slice(0, path.lastIndexOf('/') + 1);
  const meant = called.find((field) => field.path === path) ?? called.find((field) => field.path === object + name) ?? called[0];
  return meant?.label;
}
