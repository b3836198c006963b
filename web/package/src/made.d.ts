declare module 'packed:core.wasm' {
  const packed: string;
  export default packed;
}

declare module 'translated:core.wasm' {
  export default function instantiate(imports: object): object;
}
