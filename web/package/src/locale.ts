import type { Finding, Params, RuleName } from '../types/index.d.ts';
import type { Locale } from '../types/locale/locale.d.ts';

/** The messages of a language. */
export interface Catalogue {
  name: string;
  /**
   * For each rule, templates with `{parameters}`, those with the most parameters first. The first is taken whose
   * parameters are all there; the last one needs none.
   */
  rules: Record<RuleName, readonly string[]>;
  /** What stands where not all findings of a rule are listed. */
  unlisted: string;
  /** What values are called, for the parameters `got` and `want`. */
  terms: Record<string, string>;
  /** What the package says of fields, and the helps that never change, by the English text. */
  texts: Record<string, string>;
}

const PARAMETER = /\{(\w+)\}/g;

export function locale(catalogue: Catalogue): Locale {
  const { name, rules, unlisted, terms, texts } = catalogue;

  function fits(template: string, params: Params): boolean {
    return [...template.matchAll(PARAMETER)].every(([, parameter]) => Object.hasOwn(params, parameter as string));
  }

  function message({ rule, message, params = {} }: Pick<Finding, 'rule' | 'message' | 'params'>): string {
    const names = Object.keys(params);
    const isUnlisted = rule !== 'invalid-json' && names.length === 1 && names[0] === 'count';
    const templates = isUnlisted ? [unlisted] : rules[rule];
    const template = templates?.find((template) => fits(template, params));
    if (template === undefined) return message;
    return template.replace(PARAMETER, (_, parameter) => {
      const value = params[parameter] as Params[string];
      if (Array.isArray(value)) return value.join(', ');
      return rule === 'wrong-type' ? (terms[value] ?? String(value)) : String(value);
    });
  }

  const known = (english: string): string | undefined => (Object.hasOwn(texts, english) ? texts[english] : undefined);

  function text(english: string): string {
    const [, words, value] = /^(?:(.+): )?write (`.*`)$/.exec(english) ?? [];
    const write = known('write {value}');
    if (value === undefined || write === undefined) return known(english) ?? english;
    const remedy = known(english) ?? write.replace('{value}', () => value);
    return words === undefined ? remedy : `${known(words) ?? words}: ${remedy}`;
  }

  return { name, catalogue: { rules, unlisted, terms, texts }, message, text };
}
