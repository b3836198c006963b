import { inflate } from './inflate.ts';

/** What platforms have for this, which is faster. */
interface Platform {
  Buffer?: { from(text: string, encoding: 'base64'): Uint8Array };
  process?: { getBuiltinModule?(name: 'zlib'): Zlib | undefined };
}

interface Zlib {
  inflateRawSync?(bytes: Uint8Array, options: { chunkSize: number }): Uint8Array;
}

/** The bytes of what was deflated and written in base64, and has so many bytes. */
export function unpack({ packed, length }: { packed: string; length: number }): Uint8Array<ArrayBuffer> {
  const { Buffer, process } = globalThis as Platform;
  const deflated = Buffer?.from ? Buffer.from(packed, 'base64') : fromBase64(packed);
  const zlib = process?.getBuiltinModule?.('zlib');
  // In one piece, which saves a tenth of a millisecond; with a byte to spare it ends with it.
  const bytes = zlib?.inflateRawSync ? zlib.inflateRawSync(deflated, { chunkSize: length + 1 }) : inflate(deflated, length);
  return bytes as Uint8Array<ArrayBuffer>;
}

function fromBase64(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
