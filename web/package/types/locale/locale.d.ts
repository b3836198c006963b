import type { Finding, RuleName } from '../index.js';

/** The messages of findings in a language. */
export interface Locale {
  /** The tag of the language, such as `de`. */
  readonly name: string;
  /** The templates, for those who fill them in themselves. */
  readonly catalogue: {
    readonly rules: Readonly<Record<RuleName, readonly string[]>>;
    readonly unlisted: string;
    readonly terms: Readonly<Record<string, string>>;
  };
  /** The message of a finding in this language. */
  message(finding: Pick<Finding, 'rule' | 'message' | 'params'>): string;
}

declare const locale: Locale;
export default locale;
