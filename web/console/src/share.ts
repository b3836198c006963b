/** The state in the hash of the address: it is never sent to a server, and a link to it opens the same page. */

import { isDocument, V1, V3 } from './engine.ts';
import { initialState, VIEWS, type State, type Values, type View } from './state.ts';

/** What differs from the initial state; one letter a name, because it ends in an address. */
interface Packed {
  d?: string;
  1?: Values;
  3?: Values;
  t?: string;
  a?: string;
  s?: string;
  l?: string[];
}

/** No state is larger than this; a link that unpacks to more is refused before it fills the memory. */
const LIMIT = 4 << 20;

/** The hash, without `#`: the view, and after a point what differs from the initial state. */
export async function pack(state: State): Promise<string> {
  const initial = initialState();
  const packed: Packed = {};
  if (state.document !== initial.document) packed.d = state.document;
  if (Object.keys(state.forms[V1]).length > 0) packed[1] = state.forms[V1];
  if (Object.keys(state.forms[V3]).length > 0) packed[3] = state.forms[V3];
  if (state.text !== initial.text) packed.t = state.text;
  if (state.as !== null) packed.a = state.as;
  if (state.source !== initial.source) packed.s = state.source;
  if (state.allow.length > 0) packed.l = state.allow;
  if (Object.keys(packed).length === 0) return state.view;
  const bytes = await through(new TextEncoder().encode(JSON.stringify(packed)), new CompressionStream('deflate-raw'));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `${state.view}.${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** The state of a hash; `null` when it is none, or a damaged one. */
export async function unpack(hash: string): Promise<State | null> {
  const [view = '', data] = hash.split('.', 2);
  if (!isView(view)) return null;
  const state = { ...initialState(), view };
  if (data === undefined) return state;
  try {
    const binary = atob(data.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const text = new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')));
    const packed = JSON.parse(text) as Packed;
    return {
      view,
      document: packed.d === V1 ? V1 : V3,
      forms: { [V1]: values(packed[1]), [V3]: values(packed[3]) },
      text: typeof packed.t === 'string' ? packed.t : state.text,
      as: typeof packed.a === 'string' && isDocument(packed.a) ? packed.a : null,
      source: typeof packed.s === 'string' ? packed.s : state.source,
      allow: Array.isArray(packed.l) ? packed.l.filter((name) => typeof name === 'string') : [],
    };
  } catch {
    return null;
  }
}

function isView(name: string): name is View {
  return VIEWS.some((view) => view === name);
}

function values(packed: Values | undefined): Values {
  const entries = Object.entries(packed ?? {});
  return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string' || typeof value === 'boolean'));
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream as TransformStream<BufferSource, Uint8Array>).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > LIMIT) throw new RangeError('the state is too large');
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
