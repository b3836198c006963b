declare module 'facts:words' {
  /** What the numbers of answers stand for; see the module `numbers` of the crate ctslint. */
  const words: { rules: string[]; documents: [string, string | null][]; facts: string[]; published: number; phrases: string[]; passages: Record<number, string> };
  export default words;
}

declare module 'facts:code' {
  /** Makes a published fact a member of an object, by its number. */
  export function put(params: Record<string, unknown>, fact: number, value: unknown): void;
  /** A list in which no fact is known yet. */
  export function none<Fact>(): (Fact | undefined)[];
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
