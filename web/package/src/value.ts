/**
 * Deeper values are cut off. It is deeper than what the checker takes, which reports it, and shallow enough for the stack.
 */
const DEPTH = 1000;

/** Strings that JSON writes as they are. */
const PLAIN = /^[ !#-[\]-~]*$/;

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

/**
 * A JavaScript value as text. What JSON cannot say becomes a word that is no JSON, such as `NaN` or `Date()`, which the
 * checker reports. `undefined` members are words too, unless they are to count as absent.
 *
 * @throws TypeError when the value contains itself
 */
export function write(value: unknown, undefinedIsAbsent = false): string {
  const ancestors: object[] = [];

  function token(value: unknown): string {
    switch (typeof value) {
      case 'string':
        return quoted(value);
      case 'boolean':
      case 'number':
        return Object.is(value, -0) ? '0' : String(value);
      case 'undefined':
        return 'undefined';
      case 'object':
        return value === null ? 'null' : object(value);
      default:
        return word(typeof value);
    }
  }

  function object(value: object): string {
    if (ancestors.length === DEPTH) {
      if (new Set(ancestors).size < DEPTH) throw cycle(value);
      return 'null';
    }
    if (Array.isArray(value)) {
      ancestors.push(value);
      let text = '[';
      for (let index = 0; index < value.length; index++) {
        if (index > 0) text += ',';
        text += token(value[index]);
      }
      ancestors.pop();
      return `${text}]`;
    }
    if (Object.getPrototypeOf(value) !== Object.prototype) {
      const tag = Object.prototype.toString.call(value).slice(8, -1);
      if (tag === 'String' || tag === 'Number' || tag === 'Boolean') return token(value.valueOf());
      if (tag !== 'Object') return word(tag);
    }
    if ('toJSON' in value && typeof value.toJSON === 'function') return token(value.toJSON());
    ancestors.push(value);
    let text = '{';
    for (const key of Object.keys(value)) {
      const member = (value as Record<string, unknown>)[key];
      if (member === undefined && undefinedIsAbsent) continue;
      if (text.length > 1) text += ',';
      text += `${quoted(key)}:${token(member)}`;
    }
    ancestors.pop();
    return `${text}}`;
  }

  function cycle(last: object): TypeError {
    const start = ancestors.findIndex((ancestor, index) => ancestors.indexOf(ancestor, index + 1) >= 0);
    const again = ancestors.indexOf(ancestors[start] as object, start + 1);
    const path = ancestors.slice(0, again + 1).map((ancestor, index) => {
      const next = ancestors[index + 1] ?? last;
      return Object.keys(ancestor).find((key) => (ancestor as Record<string, unknown>)[key] === next);
    });
    return new TypeError(`ctslint: the value contains itself, at /${path.slice(0, again).join('/')}`);
  }

  return token(value);
}

/** `Date()`: a word that no JSON has, from the name of what it stands for. */
function word(name: string): string {
  return `${name.replace(/[^A-Za-z0-9]/g, '') || 'object'}()`;
}
