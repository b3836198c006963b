declare module 'glue:core' {
  type BareReport = import('./word.ts').BareReport;
  type BareFinding = import('./word.ts').Bare<import('../types/index.d.ts').Finding>;

  // The functions of the crate ctslint-wasm.
  export function check(text: Uint8Array, document: string | undefined, isOfHuawei: boolean, comments: boolean, severities: string[]): BareReport;
  export function checkValue(text: string, document: string | undefined, isOfHuawei: boolean, severities: string[]): BareReport;
  export function checkField(document: string, pointer: string, value: string): BareFinding[];
  export function checkProjectId(id: string): BareFinding[];
  export function detect(text: Uint8Array, isOfHuawei: boolean): Pick<BareReport, 'document' | 'reason' | 'detection'>;
  export function fix(
    text: Uint8Array,
    document: string | undefined,
    isOfHuawei: boolean,
    comments: boolean,
    severities: string[],
    isUnsafe: boolean,
  ): { text: string | null; fixed: number; remaining: BareReport };
  export function translate(
    text: Uint8Array,
    isForHuawei: boolean,
    comments: boolean,
    allowLoss: string[],
    to: string | undefined,
    name: string | undefined,
  ): import('./word.ts').BareTranslation;
  export function compare(
    request: Uint8Array,
    answer: Uint8Array,
    document: string | undefined,
    isOfHuawei: boolean,
    comments: boolean,
    name: string | undefined,
  ): import('./word.ts').BareComparison;

  /** Has the functions call this instance. */
  export function __wbg_set_wasm(exports: object): void;

  /** Lets go of the instance, of views of its memory, and of the objects that it holds. */
  export function forget(): void;
}

declare module 'catalogue:*' {
  const catalogue: import('../types/index.d.ts').Locale;
  export default catalogue;
}

declare module 'explain:*' {
  const explanations: import('../types/index.d.ts').Explanations;
  export default explanations;
}

declare module 'schema:*' {
  const schemas: import('../types/index.d.ts').Schemas;
  export default schemas;
}

declare module 'facts:names' {
  /** The names of the rules, those of the documents, with the short ones of some, and those of the params that are shown. */
  const names: { rules: string[]; documents: [string, string | null][]; params: string[] };
  export default names;
}

declare module 'facts:version' {
  /** That of the package. */
  const version: string;
  export default version;
}

declare module 'facts:*' {
  const facts: Record<string, string>;
  export default facts;
}

declare module 'packed:*' {
  /** What is deflated, in base64, and how many bytes it has before. */
  const packed: { packed: string; length: number };
  export default packed;
}

declare module 'translated:core.wasm' {
  export default function instantiate(imports: object): object;
}
