import { pathToPointer } from './paths.ts';

/**
 * Deeper values are cut off. It is deeper than what the checker takes, which reports it, and shallow enough for the stack.
 */
const DEPTH = 1000;

/** Strings that JSON writes as they are. */
const PLAIN = /^[ !#-[\]-~]*$/;

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** What a value becomes that contains itself, where that is no error of the caller. */
const CYCLE = 'cycle()';

/**
 * A JavaScript value as text. What JSON cannot say becomes a word that is no JSON, such as `NaN` or `Date()`, which the
 * checker reports.
 *
 * @param isOfForm whether the value is what a form holds: members that are `undefined` count as absent, and what contains itself is
 * a word too
 * @throws TypeError when the value contains itself
 */
export function write(value: unknown, isOfForm = false): string {
  const ancestors = new Set<object>();
  const path: (string | number)[] = [];

  function token(value: unknown, isAnswer = false): string {
    switch (typeof value) {
      case 'string':
        return quoted(value);
      case 'boolean':
      case 'number':
        return Object.is(value, -0) ? '0' : String(value);
      case 'undefined':
        return 'undefined';
      case 'object':
        return value === null ? 'null' : object(value, isAnswer);
      default:
        return word(typeof value);
    }
  }

  function object(value: object, isAnswer: boolean): string {
    if (ancestors.has(value)) {
      if (isOfForm) return CYCLE;
      throw new TypeError(`ctslint: the value contains itself, at ${pathToPointer(path)}`);
    }
    if (ancestors.size === DEPTH) return 'null';
    const other = Array.isArray(value) ? undefined : instead(value, isAnswer);
    if (other !== undefined) return other;
    ancestors.add(value);
    const text = Array.isArray(value) ? list(value) : members(value);
    ancestors.delete(value);
    return text;
  }

  /** What is written instead of the members of an object. What `toJSON` answers is not asked again, as by `JSON.stringify`. */
  function instead(value: object, isAnswer: boolean): string | undefined {
    if (Object.getPrototypeOf(value) !== Object.prototype) {
      const tag = Object.prototype.toString.call(value).slice(8, -1);
      if (tag === 'String' || tag === 'Number' || tag === 'Boolean') {
        const inner: unknown = value.valueOf?.();
        return typeof inner === 'object' ? word(tag) : token(inner);
      }
      if (tag !== 'Object') return word(tag);
    }
    if (isAnswer || !('toJSON' in value) || typeof value.toJSON !== 'function') return undefined;
    return token(value.toJSON(), true);
  }

  function list(value: unknown[]): string {
    let text = '[';
    for (let index = 0; index < value.length; index++) {
      if (index > 0) text += ',';
      path.push(index);
      text += token(value[index]);
      path.pop();
    }
    return `${text}]`;
  }

  function members(value: object): string {
    let text = '{';
    for (const key of Object.keys(value)) {
      const member = (value as Record<string, unknown>)[key];
      if (member === undefined && isOfForm) continue;
      if (text.length > 1) text += ',';
      path.push(key);
      text += `${quoted(key)}:${token(member)}`;
      path.pop();
    }
    return `${text}}`;
  }

  return token(value);
}

/** What a text of [`write`] says that is one word alone, and no JSON. */
export function unsayable(text: string): string | undefined {
  return /^(?!(?:true|false|null)$)-?[A-Za-z][A-Za-z0-9]*(?:\(\))?$/.test(text) ? text : undefined;
}

/** `Date()`: a word that no JSON has, from the name of what it stands for. */
function word(name: string): string {
  return `${name.replace(/[^A-Za-z0-9]/g, '') || 'object'}()`;
}
