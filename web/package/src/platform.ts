// What some platforms lack, such as jsdom. The build puts these in place of the globals of these names.
import { LONE, decode, encode } from './utf8.ts';

export const TextDecoder: typeof globalThis.TextDecoder = /* @__PURE__ */ (() =>
  globalThis.TextDecoder ??
  class {
    decode = (bytes = new Uint8Array(0)) => decode(bytes);
  })();

export const TextEncoder: typeof globalThis.TextEncoder = /* @__PURE__ */ (() =>
  globalThis.TextEncoder ??
  class {
    encode = (text: string) => encode(text.replace(LONE, '\ufffd'));
  })();
