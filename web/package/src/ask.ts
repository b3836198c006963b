// Reads the arguments and options of callers, and says what is expected where they are something else.
import type * as Api from '../types/index.d.ts';
import { dottedToPointer, pathToPointer } from './paths.ts';

/** All options there are. An object of options may go to several functions, each of which reads those that concern it. */
const OPTIONS = [
  'all',
  'allowLoss',
  'as',
  'checkboxes',
  'comments',
  'draft',
  'emptyAsAbsent',
  'id',
  'labels',
  'lang',
  'maxFindings',
  'name',
  'profile',
  'provider',
  'severities',
  'to',
  'touched',
  'unsafe',
];

/**
 * The options of a call.
 *
 * @param short the option that a string in place of all options means
 */
export function options<Options extends object>(given: Options | string | undefined, short?: keyof Options & string): Partial<Options> {
  if (given === undefined) return {};
  if (typeof given === 'string' && short) return { [short]: given } as Partial<Options>;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    const example = short ? `, such as { ${short}: 'v3' }, not ${shown(given)}` : `, not ${shown(given)}`;
    throw new TypeError(`ctslint: options are an object${example}`);
  }
  for (const name of Object.keys(given)) {
    if (OPTIONS.includes(name)) continue;
    const near = nearest(name, OPTIONS);
    throw new TypeError(`ctslint: there is no option ${name}; ${near ? `did you mean ${near}?` : `there are ${OPTIONS.join(', ')}`}`);
  }
  return given;
}

/** Of some names the one that is meant by another, if there is one. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const letters = (text: string) => text.replace(/[_-]/g, '').toLowerCase();
  const own = letters(name);
  return known.find((other) => letters(other) === own) ?? known.find((other) => isNear(own, letters(other)));
}

/** Whether one text starts with the other, or they differ in two letters at most. */
function isNear(one: string, two: string): boolean {
  if (one.length > 2 && (two.startsWith(one) || one.startsWith(two))) return true;
  let row = Array.from({ length: two.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= two.length; to++) {
      const replaced = (row[to - 1] as number) + Number(one[at - 1] !== two[to - 1]);
      next.push(Math.min(replaced, (row[to] as number) + 1, (next[to - 1] as number) + 1));
    }
    row = next;
  }
  return (row[two.length] as number) <= Math.min(2, two.length / 2);
}

/** What `lang` is where something is explained, in a message. */
export const EXPLANATIONS = "what there is to say in a language, such as the default export of 'ctslint/explain/de'";

/**
 * What an entry of the package has in a language. What `require` gives of it has it as its default export.
 *
 * @param part what it must have
 * @param kind what it is, in a message
 */
export function inLanguage<Data extends object>(lang: Data | undefined, part: keyof Data, kind: string): Data | undefined {
  const data = (lang as { default?: Data } | undefined)?.default ?? lang ?? undefined;
  if (data === undefined || (typeof data[part] === 'object' && data[part] !== null)) return data;
  throw new TypeError(`ctslint: lang is ${kind}`);
}

/** The JSON Pointer of a field, which may also be given as a path or with dots. */
export function pointer(given: string | Api.Path): string {
  if (Array.isArray(given)) return pathToPointer(given);
  if (typeof given !== 'string') {
    throw new TypeError(`ctslint: a field is a JSON Pointer such as '/obs_info/bucket_name', or a path such as ['obs_info', 'bucket_name'], not ${shown(given)}`);
  }
  return given === '' || given.startsWith('/') ? given : dottedToPointer(given);
}

/** The names in an option that takes one or several. */
export function names(option: string, given: string | Iterable<string> | undefined): string[] {
  if (given === undefined) return [];
  if (typeof given === 'string') return [given];
  if (typeof given !== 'object' || typeof given?.[Symbol.iterator] !== 'function') {
    throw new TypeError(`ctslint: ${option} is a list of names, such as ['kms_id'], not ${shown(given)}`);
  }
  const list = [...given];
  const wrong = list.findIndex((name) => typeof name !== 'string');
  if (wrong >= 0) throw new TypeError(`ctslint: ${option} is a list of names, such as ['kms_id']; item ${wrong} is ${shown(list[wrong])}`);
  return list;
}

/** An option that is a number of things. */
export function count(option: string, given: number | undefined): number {
  if (given === undefined) return Infinity;
  if (typeof given !== 'number' || !(given >= 0) || (given % 1 !== 0 && given !== Infinity)) {
    throw new TypeError(`ctslint: ${option} is a whole number from 0, not ${shown(given)}`);
  }
  return given;
}

/** An option that is `true` or `false`. */
export function flag(option: string, given: boolean | undefined): boolean {
  if (given === undefined || typeof given === 'boolean') return given ?? false;
  throw new TypeError(`ctslint: ${option} is true or false, not ${shown(given)}`);
}

/** A wrong argument, in a message. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'function') return 'a function';
  return String(value);
}
