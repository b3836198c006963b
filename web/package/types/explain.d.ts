/** What there is to say of a rule, a document, a field or an error of the API. */
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
}

/** Explains a rule (`wrong-type`), a field (`v3:/obs_info/bucket_name`), a document or an error of the API (`CTS.0231`). */
export function explain(name: string): Explanation | undefined;

/** The names of everything that can be explained. */
export function topics(): string[];
