/** A work as the hash of an address: made only when somebody asks for a link, and never sent to a server. */

import { initialWork, type Work, withoutSecrets } from './state.ts';

/** One letter a name, because it ends in an address. */
interface Packed {
  t: string;
  a?: string;
  p?: string;
}

/** Nothing is larger than this; a link that unpacks to more is refused before it fills the memory. */
const LIMIT = 4 << 20;

/** The hash of a link, without `#`; `null` for a text that may hold secrets. */
export async function pack(work: Work): Promise<string | null> {
  const safe = withoutSecrets(work);
  if (safe === null) return null;
  const packed: Packed = { t: safe.text };
  if (safe.as !== null) packed.a = safe.as;
  if (safe.provider !== 'otc') packed.p = safe.provider;
  const bytes = await through(new TextEncoder().encode(JSON.stringify(packed)), new CompressionStream('deflate-raw'));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `link.${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** Whether a hash is one that `pack` made, whole or damaged. */
export function isLink(hash: string): boolean {
  return /^(link|form|editor|translate)\./.test(hash);
}

/** The work of a link; `null` when it is damaged. */
export async function unpack(hash: string): Promise<Work | null> {
  try {
    const data = hash.slice(hash.indexOf('.') + 1);
    const binary = atob(data.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const text = new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')));
    const packed: Partial<Packed> & { s?: unknown } = JSON.parse(text);
    const body = packed.t ?? packed.s;
    if (typeof body !== 'string') return null;
    return {
      ...initialWork(),
      text: body,
      as: typeof packed.a === 'string' ? (packed.a as Work['as']) : null,
      provider: packed.p === 'huawei' ? 'huawei' : 'otc',
    };
  } catch {
    return null;
  }
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Promise<Uint8Array> {
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(stream as TransformStream<BufferSource, Uint8Array>)
    .getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > LIMIT) throw new RangeError('the link is too large');
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
