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
