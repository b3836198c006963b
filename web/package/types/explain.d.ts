import type { Explanations } from './index.js';

/** What there is to say of a rule, a document, a field, a name, an error or a status code of the API. */
export interface Explanation {
  topic: {
    /** The name by which to ask for it. */
    name: string;
    kind: string;
    /** One line about it. */
    summary: string;
  };
  /** The text, in Markdown. */
  text: string;
  /** The beginning of a long text, as that of a rule: why it is there, a case that it reports, and one that is right. */
  short?: string;
}

/** How much of an explanation is wanted, and in which language. */
export interface ExplainOptions {
  /** Whether `text` is all that there is to say, as it is when left out; with `false`, of a long text its beginning alone. */
  all?: boolean | undefined;
  /** What there is to say in the language: the default export of `ctslint/explain/de` and the like; English when left out. */
  lang?: Explanations | undefined;
}

/**
 * Explains a rule (`wrong-type`), a field (`v3:/obs_info/bucket_name`), all fields of a name (`bucket_name`), a document, an error
 * (`CTS.0231`) or a status code (`400`) of the API.
 */
export function explain(name: string, options?: ExplainOptions): Explanation | undefined;

/** The names of everything that can be explained. */
export function topics(): string[];
