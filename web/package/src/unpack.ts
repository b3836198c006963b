import { inflateSync } from 'fflate';
// Made by the build: the module, compressed, in base64.
import PACKED from 'packed:core.wasm';

/** What Node has for this, which is faster. */
interface Platform {
  Buffer?: { from(text: string, encoding: 'base64'): Uint8Array };
  process?: { getBuiltinModule?(name: 'zlib'): { inflateRawSync?(bytes: Uint8Array): Uint8Array } | undefined };
}

/** The bytes of the module. */
export function unpack(): BufferSource {
  const { Buffer, process } = globalThis as Platform;
  const packed = Buffer?.from ? Buffer.from(PACKED, 'base64') : fromBase64(PACKED);
  const inflate = process?.getBuiltinModule?.('zlib')?.inflateRawSync ?? inflateSync;
  return inflate(packed) as Uint8Array<ArrayBuffer>;
}

function fromBase64(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
