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
    readonly texts: Readonly<Record<string, string>>;
  };
  /** The message of a finding in this language. */
  message(finding: Pick<Finding, 'rule' | 'message' | 'params'>): string;
  /**
   * A label, hint or value text of `form`, the help of a finding, the reason of a report or the message of a change, in this
   * language; as it is where there is none.
   */
  text(english: string): string;
}

declare const locale: Locale;
export default locale;
