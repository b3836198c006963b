import { inflateSync } from 'fflate';
// Made by the build: the module, compressed, in base64.
import PACKED from 'packed:core.wasm';

/** The bytes of the module. */
export function unpack(): BufferSource {
  const text = atob(PACKED);
  const packed = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) packed[at] = text.charCodeAt(at);
  return inflateSync(packed) as Uint8Array<ArrayBuffer>;
}
