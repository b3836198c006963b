declare module 'facts:words' {
  /** What the numbers of answers stand for; see the module `numbers` of the crate ctslint. */
  const words: { rules: string[]; facts: string[]; published: number; phrases: string[]; passages: string[]; offset: number };
  export default words;
}

declare module 'facts:*' {
  const facts: Record<string, string>;
  export default facts;
}

declare module 'packed:core.wasm' {
  const packed: string;
  export default packed;
  export const LENGTH: number;
}

declare module 'translated:core.wasm' {
  export default function instantiate(imports: object): object;
}
