import { inflate } from './inflate.ts';
// Made by the build: the module, deflated, in base64, and how long it is.
import PACKED, { LENGTH } from 'packed:core.wasm';

/** What platforms have for this, which is faster. */
interface Platform {
  Buffer?: { from(text: string, encoding: 'base64'): Uint8Array };
  process?: { getBuiltinModule?(name: 'zlib'): { inflateRawSync?(bytes: Uint8Array): Uint8Array } | undefined };
}

/** The bytes of the module. */
export function unpack(): BufferSource {
  const { Buffer, process } = globalThis as Platform;
  const packed = Buffer?.from ? Buffer.from(PACKED, 'base64') : fromBase64(PACKED);
  const zlib = process?.getBuiltinModule?.('zlib');
  return (zlib?.inflateRawSync ? zlib.inflateRawSync(packed) : inflate(packed, LENGTH)) as Uint8Array<ArrayBuffer>;
}

function fromBase64(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
