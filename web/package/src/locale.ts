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
  /**
   * What the package says beside messages, by the English text: labels, hints, helps, reasons, changes. Where literals in
   * backticks differ from case to case, `{}` stands for each of them, and `{1}`, `{2}` for them in the other language.
   */
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

  function filled(english: string): string | undefined {
    const literals = english.match(/`[^`]*`/g) ?? [];
    return known(english.replace(/`[^`]*`/g, '{}'))?.replace(/\{(\d)\}/g, (_, index) => literals[index - 1] as string);
  }

  function text(english: string): string {
    const whole = known(english) ?? filled(english);
    if (whole !== undefined) return whole;
    const [, words, remedy] = /^(.+): (write `.*`)$/.exec(english) ?? [];
    return words === undefined ? english : `${known(words) ?? words}: ${filled(remedy as string) ?? remedy}`;
  }

  return { name, catalogue: { rules, unlisted, terms, texts }, message, text };
}
