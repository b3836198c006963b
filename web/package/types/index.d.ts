import type {
  Documents,
  RuleName,
  ShortNames,
  V1CreateRequest,
  V1UpdateRequest,
  V3CreateRequest,
  V3UpdateRequest,
  HuaweiV3CreateRequest,
  HuaweiV3UpdateRequest,
} from './requests.js';

export type * from './requests.js';

/** How much a finding matters. */
export type Severity = 'error' | 'warning' | 'info';

/** The name of a document. */
export type DocumentName = keyof Documents;

/** The name or short name of a document. */
export type DocumentArgument = DocumentName | keyof ShortNames;

/** A place in a text. */
export interface Position {
  /** Bytes of UTF-8 from the start of the text, from 0. */
  offset: number;
  /** UTF-16 units from the start of the text, as strings of JavaScript count, from 0. */
  utf16_offset: number;
  /** The line, from 1. */
  line: number;
  /** The column in Unicode characters, from 1. */
  column: number;
  /** The column in UTF-16 units, as strings of JavaScript count, from 1. */
  utf16: number;
}

/** A stretch of a text; empty where something is to be inserted. */
export interface Span {
  start: Position;
  end: Position;
}

/** A replacement of a stretch of the text. */
export interface Edit {
  /** Bytes of UTF-8 from the start of the text to where it starts, from 0, as files count. */
  start: number;
  /** Bytes of UTF-8 to where it ends. */
  end: number;
  /** UTF-16 units to where it starts, as strings of JavaScript count. */
  utf16_start: number;
  /** UTF-16 units to where it ends. */
  utf16_end: number;
  /** What is to stand there. */
  text: string;
}

/** A remedy for one finding. */
export interface Fix {
  title: string;
  /** `safe` keeps the meaning; after `unsafe` the author should look. */
  safety: 'safe' | 'unsafe';
  edits: Edit[];
}

/** Where a fact comes from. */
export interface Source {
  page: string;
  quote?: string;
}

/** The facts of a message, by name. */
export type Params = Record<string, string | number | string[]>;

/** One mistake. */
export interface Finding {
  rule: RuleName;
  severity: Severity;
  /** What is wrong, with literals in backticks. */
  message: string;
  /** The message without backticks, or with the labels of fields (`labels`); left out where it is the same. */
  text?: string;
  /** The message in every language. */
  message_id: string;
  /** Why it is wrong. */
  note?: string;
  /** What to do now. */
  help?: string;
  /** The JSON Pointer of the field at fault; `""` is the whole body. */
  path?: string;
  /** Where it is wrong; only of a text. */
  span?: Span;
  /** A few words to stand beside the span. */
  label?: string;
  related?: { message: string; span?: Span }[];
  fix?: Fix;
  params?: Params;
  source?: Source;
  /** The code of the error that the API would answer with. */
  api_error?: string;
}

/** Everything that was found in one text or value. */
export interface Report {
  /** What it was checked as; `null` where that could not be told. */
  document: DocumentName | null;
  /** Why it was checked as that. */
  reason: string;
  /** What the choice rests on. */
  detection: DetectedBy;
  findings: Finding[];
}

/** What the choice of a document rests on. */
export interface DetectedBy {
  /** Who or what told it: the caller, the content, or the method and path of a request. */
  kind: 'named' | 'content' | 'request';
  /** The names of the fields that told it. */
  fields: string[];
}

/** The messages of a language, by their ids: the default export of `ctslint/locale/de` and the like. */
export interface Locale {
  /** The tag of the language, such as `de`. */
  readonly name: string;
  /** Templates: `{field}` is a gap for the param of that name, `{{` and `}}` are braces. */
  readonly messages: Readonly<Record<string, string>>;
}

/** The language that is answered in. */
export interface LanguageOptions {
  /** The messages; English when left out. */
  lang?: Locale | undefined;
}

/** What there is to say in a language: the default export of `ctslint/explain/de` and the like. */
export interface Explanations {
  /** The tag of the language, such as `de`. */
  readonly name: string;
  /** What is said of each topic, as JSON text. */
  readonly topics: Readonly<Record<string, string>>;
  /** What to do about each error of the API. */
  readonly advice: Readonly<Record<string, string>>;
}

/** The language in which rules, documents and errors are described. */
export interface ExplanationOptions {
  /** What there is to say in the language; English when left out. */
  lang?: Explanations | undefined;
}

/** The JSON Schemas in a language: the default export of `ctslint/schema/de` and the like. */
export interface Schemas {
  /** The tag of the language, such as `de`. */
  readonly name: string;
  /** The schema of each profile and document, as JSON text. */
  readonly schemas: Readonly<Record<string, string>>;
}

/** A cloud: Open Telekom Cloud, or Huawei Cloud, whose v3 has more fields. */
export type Provider = 'otc' | 'huawei';

/** Whose v3 is meant. */
export interface ProviderOptions {
  /** Whose v3 the content and the short names of documents mean; Open Telekom Cloud's when left out. */
  provider?: Provider | undefined;
}

/** How fields are named. */
export interface LabelOptions {
  /** Whether the `text` of a finding, and the hint of a field, name fields by their labels, as a form does, and not as the API does. */
  labels?: boolean | undefined;
}

/** How a text or value is to be checked. */
export interface Options extends LanguageOptions, ProviderOptions, LabelOptions {
  /** What it is; told from its content when left out. */
  as?: DocumentArgument | undefined;
  /** Whether comments are allowed, as in `.jsonc` files. */
  comments?: boolean | undefined;
  /** Severities that differ from those of the catalogue. */
  severities?: { [Rule in RuleName]?: Severity | 'off' | undefined } | undefined;
  /** How many findings a report lists at most, the first ones of the text; all of them when left out. */
  maxFindings?: number | undefined;
}

/** Checks a text. A string, or the bytes of a file. The name of a document alone means the option `as`. */
export function check(text: string | Uint8Array, options?: Options | DocumentArgument): Report;

/**
 * Checks a value as it is. What JSON cannot say (`undefined`, `NaN`, a `Date`) is a finding, never left out; a cycle is a
 * `TypeError` that names the path. The findings have neither spans nor fixes.
 */
export function checkValue(value: unknown, options?: Omit<Options, 'comments'> | DocumentArgument): Report;

/**
 * Checks the value of one field, as a form does for one of its inputs. Rules about several fields stay silent.
 *
 * @param field `/obs_info/bucket_name`, `['obs_info', 'bucket_name']` or `obs_info.bucket_name`
 */
export function checkField(document: DocumentArgument, field: string | Path, value: unknown, options?: LanguageOptions & LabelOptions): Finding[];

/** Checks the project ID in the path of a request. */
export function checkProjectId(id: string, options?: LanguageOptions): Finding[];

/** Tells which document a text is. */
export function detect(
  text: string | Uint8Array,
  options?: LanguageOptions & ProviderOptions,
): { document: DocumentName | null; reason: string; detection: DetectedBy };

/** What `fix` did. */
export interface Fixed {
  /** The text as it is now. */
  text: string;
  /** How many fixes were applied. */
  fixed: number;
  /** What is wrong with the text as it is now. */
  remaining: Report;
}

/** Applies the safe fixes, or all of them, until nothing is left to fix. */
export function fix(
  text: string | Uint8Array,
  options?: (Options & { unsafe?: boolean | undefined }) | DocumentArgument,
): Fixed;

/**
 * Applies the fix of one finding of a text, or those of several, safe or not: choose them first. Of two fixes that change the same
 * place, the first is applied; a finding without a fix changes nothing.
 *
 * @param text the text that was checked
 * @throws RangeError when a finding is not one of this text
 */
export function applyFix(text: string, findings: Finding | readonly Finding[]): string;

/** What became of a field. */
export interface Change {
  kind: 'moved' | 'added' | 'dropped' | 'lost';
  /** The JSON Pointer in the text. */
  from: string | null;
  /** The JSON Pointer in the v3 body. */
  to: string | null;
  /** An error is a loss that was not allowed. */
  severity: Severity;
  message: string;
}

/** A v3 body and how it came about, or why there is none. */
export type Translation =
  | { body: string; changes: Change[] }
  | {
      body: null;
      error: string;
      changes: Change[];
      /** What is wrong with the text, or with the body that it would become. */
      findings: Finding[];
    };

/** How a text is to be translated. */
export interface TranslateOptions extends LanguageOptions, ProviderOptions {
  /** Whether comments are allowed, as in `.jsonc` files. */
  comments?: boolean | undefined;
  /** The fields whose loss is accepted. */
  allowLoss?: Iterable<string> | undefined;
  /** The request that the body becomes. A v1 body needs none; an answer does. */
  to?: 'v3' | 'v3-update' | undefined;
  /** The tracker to take from an answer that lists several. */
  name?: string | undefined;
}

/** Translates a v1 body, or an answer of the API, to a v3 request. */
export function translate(text: string | Uint8Array, options?: TranslateOptions): Translation;

/** What becomes of one setting. */
export interface Difference {
  /** `reset` is left out and reset; `open` is left out, and what becomes of it is not documented. */
  kind: 'set' | 'changed' | 'reset' | 'open' | 'unchanged';
  /** The JSON Pointer of the field in the request. */
  path: string;
  /** The value in the answer, as JSON text. */
  old: string | null;
  /** The value in the request, as JSON text. */
  new: string | null;
  message: string;
}

/** What a request would change, or why that can't be told. */
export type Comparison =
  | {
      request: DocumentName;
      answer: DocumentName;
      tracker: string;
      /** Whether something would change, or may. */
      changes: boolean;
      differences: Difference[];
    }
  | { changes: null; error: string; findings: Finding[] };

/** Tells what a request would change of the tracker that a saved answer is about. */
export function compare(
  request: string | Uint8Array,
  answer: string | Uint8Array,
  options?: LanguageOptions &
    ProviderOptions & {
      /** What the request is; an update of the version that it has when left out. */
      as?: DocumentArgument | undefined;
      /** Whether comments are allowed in both, as in `.jsonc` files. */
      comments?: boolean | undefined;
      /** The tracker to compare with, where the answer lists several; that of the request when left out. */
      name?: string | undefined;
    },
): Comparison;

/** What is published of a rule. */
export interface RuleInfo {
  name: RuleName;
  severity: Severity;
  fix: 'none' | 'safe' | 'unsafe';
  /** Whether it is off unless its severity is set, because it asks for more than the API does. */
  opt_in: boolean;
  summary: string;
}

/** The rules, in the order of the documentation. */
export function rules(options?: ExplanationOptions): RuleInfo[];

/** What is published of a document. */
export interface DocumentInfo {
  name: DocumentName;
  short?: keyof ShortNames;
  title: string;
  kind: 'request' | 'response' | 'error';
  version: 'v1' | 'v3' | null;
  /** Whose API has it; left out where both clouds have the same. */
  provider?: Provider;
  page: string;
}

/** The documents that can be checked. */
export function documents(options?: ExplanationOptions): DocumentInfo[];

/** An error with which the API answers. */
export interface ApiError {
  code: string;
  meaning: string;
  /** Whether a look at the body can tell that the API will answer it. */
  foreseeable: boolean;
  /** The rules that foresee it. */
  rules: RuleName[];
  /** What to do about it. */
  advice: string;
}

/** The errors of the API. */
export function apiErrors(options?: ExplanationOptions): ApiError[];

/** Which JSON Schema of a document. */
export interface JsonSchemaOptions {
  /** The edition of JSON Schema, if not that of the profile. Draft 7 alone means the profile `editor`. */
  draft?: '2020-12' | '7' | 7 | undefined;
  /** What it is for: validators or editors. The other profiles are in `ctslint/schema`. */
  profile?: 'default' | 'editor' | undefined;
  /** The schemas of a language, for titles and descriptions in it; English when left out. */
  lang?: Schemas | undefined;
}

/** The JSON Schema of a document; a draft in place of options is its edition. */
export function schema(document: DocumentArgument, options?: JsonSchemaOptions | '2020-12' | '7' | 7): Record<string, unknown>;

/** A field of a document, for an input of a form. */
export interface FieldInfo {
  /** The JSON Pointer. */
  path: string;
  name: string;
  label: string;
  hint: string;
  type: 'boolean' | 'integer' | 'string' | 'array' | 'object';
  /** Whether the object that it stands in must have it. */
  required: boolean;
  /** The fields whose value makes it required. */
  requiredWhen?: { path: string; is: boolean | string }[];
  /** How long a text may be, in Unicode characters; `maxlength` counts UTF-16 units. */
  limits?: { min: number; max: number };
  /** What a text must match, for `pattern` of HTML and `RegExp` with the flag `v`. */
  pattern?: string;
  /** What a text usually matches; there is only a warning when it does not. */
  usualPattern?: string;
  enum?: { value: string; text: string }[];
  default?: boolean | string;
  /** A value as it occurs in life, as JSON text. */
  example?: string;
  source: Source;
}

/** The fields of a document in the order of the reference, an object before its members. */
export function form(document: DocumentArgument, options?: LanguageOptions & LabelOptions): FieldInfo[];

/** `FormData`, as far as it is used. */
export interface FormDataLike {
  has(name: string): boolean;
  getAll(name: string): unknown[];
  forEach(callback: (value: any, name: string) => void): void;
}

/** `HTMLFormElement`, as far as it is used. */
export interface FormElementLike {
  readonly elements: ArrayLike<any>;
  readonly ownerDocument: any;
}

/** What `fromForm` knows of a form beside its values. */
export interface FromFormOptions {
  /** The document: what its fields take, and what they are where they are left out. */
  as?: DocumentArgument | undefined;
  /** The inputs whose values stay, also where they are empty or say what the API does anyway. */
  touched?: Iterable<string> | undefined;
  /** The names of the checkboxes of the form, for `FormData`, which does not hold those that are off. */
  checkboxes?: Iterable<string> | undefined;
}

/**
 * A request body from a form: the element, its `FormData`, or an object whose names may be dotted. What is left empty is left out,
 * and so are objects and lists with nothing in them; texts become what the field takes, a list of them by commas or spaces.
 *
 * A checkbox of the element that is off is `false`, and so is one of `checkboxes`. It is left out where that changes nothing: in a
 * create where it says what the API does by default, in an update where it was off from the beginning.
 */
export function fromForm(
  values: FormElementLike | FormDataLike | Record<string, unknown>,
  options?: FromFormOptions | DocumentArgument,
): Record<string, unknown>;

/** A line of the summary of a form. */
export interface ErrorLine {
  /** The `id` of the input; `""` where no input is at fault. */
  id: string;
  /** The JSON Pointer at fault. */
  path: string;
  message: string;
}

/** How errors are summed up. */
export interface ErrorSummaryOptions {
  /** The document: lines are in the order of its fields, and what no input is for, such as an object, leads to one that helps. */
  as?: DocumentArgument | undefined;
  /** The `id` of an input, by the dotted name of its field; that name when left out. */
  id?: ((dotted: string) => string) | undefined;
}

/** The errors among issues or findings with the `id`s of their inputs, one for each input: the links of a summary above a form. */
export function errorSummary(
  found: readonly (Pick<Issue, 'path' | 'message'> | Finding)[],
  options?: ErrorSummaryOptions | DocumentArgument,
): ErrorLine[];

/** An issue of Standard Schema, with what a program wants to know of it. */
export interface Issue {
  /** What is wrong, in plain text. */
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly code: RuleName;
  readonly params: Params;
}

/**
 * An object of Standard Schema 1.1 and Standard JSON Schema 1.1. Members that are `undefined` count as absent, objects that hold
 * nothing else too, and both are left out of the value that is given back.
 */
export interface RequestSchema<Body, Input = Body> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'ctslint';
    readonly validate: (
      value: unknown,
    ) => { readonly value: Body; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
    readonly types?: { readonly input: Input; readonly output: Body } | undefined;
    readonly jsonSchema: {
      readonly input: (options: { readonly target: string }) => Record<string, unknown>;
      readonly output: (options: { readonly target: string }) => Record<string, unknown>;
    };
  };
}

/** How a schema judges, and what it says. */
export interface SchemaOptions extends LanguageOptions, ProviderOptions {
  /** Whether messages name fields by their labels, as a form does, and not as the API does. */
  labels?: boolean | undefined;
  /**
   * Whether the values are those of a form: empty texts and `null` count as absent, texts become what the field takes, and in a create
   * a checkbox that says what the API does by default is left out. What is given back is the body.
   */
  emptyAsAbsent?: boolean | undefined;
}

/** The full name of a document. */
type FullName<Name extends DocumentArgument> = Name extends keyof ShortNames ? ShortNames[Name] : Name;

/** The body of a document, of the provider's where both have one. */
export type BodyOf<Name extends DocumentArgument, Whose extends Provider | undefined = undefined> = Documents[FullName<Name> extends infer Full
  ? Whose extends 'huawei'
    ? `huawei-${Full & string}` extends infer Own extends keyof Documents
      ? Own
      : Full & keyof Documents
    : Full & keyof Documents
  : never];

/** A schema of a document, in a language, for the values of a form or for bodies. */
export function createSchema<Name extends DocumentArgument, const Given extends SchemaOptions = {}>(
  document: Name,
  options?: Given,
): RequestSchema<BodyOf<Name, Given['provider']>, Given['emptyAsAbsent'] extends true ? any : BodyOf<Name, Given['provider']>>;

export const v1CreateRequest: RequestSchema<V1CreateRequest>;
export const v1UpdateRequest: RequestSchema<V1UpdateRequest>;
export const v3CreateRequest: RequestSchema<V3CreateRequest>;
export const v3UpdateRequest: RequestSchema<V3UpdateRequest>;
/** The body of a v3 create on Huawei Cloud. */
export const huaweiV3CreateRequest: RequestSchema<HuaweiV3CreateRequest>;
/** The body of a v3 update on Huawei Cloud. */
export const huaweiV3UpdateRequest: RequestSchema<HuaweiV3UpdateRequest>;

/** A path as an array, as Standard Schema has it. */
export type Path = readonly (string | number)[];

/** `/obs_info/bucket_name` → `['obs_info', 'bucket_name']`. */
export function pointerToPath(pointer: string): (string | number)[];
/** `['obs_info', 'bucket_name']` → `/obs_info/bucket_name`. */
export function pathToPointer(path: Path): string;
/** `['obs_info', 'bucket_name']` → `obs_info.bucket_name`. */
export function pathToDotted(path: Path): string;
/** `obs_info.bucket_name` → `['obs_info', 'bucket_name']`; `a[0]` is read as well as `a.0`. */
export function dottedToPath(dotted: string): (string | number)[];
/** `/obs_info/bucket_name` → `obs_info.bucket_name`. */
export function pointerToDotted(pointer: string): string;
/** `obs_info.bucket_name` → `/obs_info/bucket_name`. */
export function dottedToPointer(dotted: string): string;

/** `WebAssembly.Module`, where the configuration of TypeScript knows it. */
export type Module = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Known } } } ? Known : never;

/** The bytes of `ctslint/core.wasm`, or what is compiled of them. */
export type ModuleBytes = ArrayBuffer | ArrayBufferView | Module;

/** A `Response`, as far as it is used. */
export interface ResponseLike {
  readonly ok: boolean;
  readonly status: number;
  readonly url: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Where the module is: a `URL` or its text, or the answer of a server. */
export type ModulePlace = ResponseLike | { readonly href: string } | string;

/** The WebAssembly module, or where to get it. */
export type ModuleSource = ModuleBytes | ModulePlace | PromiseLike<ModuleBytes | ModulePlace>;

/** Gets ready ahead of the first call, off the main thread where that is possible. Only `ctslint/slim` needs it. */
export function init(source?: ModuleSource): Promise<void>;
/** Gets ready at once. Only `ctslint/slim` needs it, with the bytes of `ctslint/core.wasm`. */
export function initSync(source?: ModuleBytes): void;
/** Gives back the memory of the module, as is done after large texts too. The next call works as before. */
export function dispose(): void;
