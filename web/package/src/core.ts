/** What the WebAssembly module exports. Only numbers cross the border; see the crate ctslint-wasm. */
export interface Core {
  memory: { buffer: ArrayBuffer };
  start(): void;
  panic_message(): number;
  panic_length(): number;
  input(length: number): number;
  output(): number;
  check(document: number, comments: number, isValue: number, settings: number): number;
  check_field(document: number, pointer: number): number;
  check_project_id(): number;
  detect(): number;
  fix(document: number, comments: number, isUnsafe: number, settings: number): number;
  translate(comments: number, names: number): number;
}

/** Instantiates the module anew. */
export type Instantiate = () => Core;


export function instantiate(module: WebAssembly.Module): Core {
  return new WebAssembly.Instance(module).exports as unknown as Core;
}

/** Longer texts than this are decoded by the platform. */
const SHORT = 96;

/** Calls the module; after a trap, the next call gets a new instance. */
export class Engine {
  #instantiate: Instantiate;
  #core: Core | undefined;
  #bytes = new Uint8Array(0);
  #encoder = typeof TextEncoder === 'undefined' ? undefined : new TextEncoder();
  #decoder = typeof TextDecoder === 'undefined' ? undefined : new TextDecoder();

  constructor(instantiate: Instantiate) {
    this.#instantiate = instantiate;
  }

  /** The module, ready to be called. */
  core(): Core {
    if (this.#core === undefined) {
      this.#core = this.#instantiate();
      this.#core.start();
    }
    return this.#core;
  }

  /** Writes the input of the next call. */
  write(text: string | Uint8Array): void {
    const core = this.core();
    if (typeof text !== 'string') {
      if (!ArrayBuffer.isView(text)) {
        throw new TypeError(`ctslint: a text is a string or a Uint8Array, not ${kind(text)}`);
      }
      const at = core.input(text.byteLength);
      this.#memory(core).set(new Uint8Array(text.buffer, text.byteOffset, text.byteLength), at);
      return;
    }
    const length = text.length;
    if (this.#encoder && isWellFormed(text)) {
      const at = core.input(length);
      const { read, written } = this.#encoder.encodeInto(text, this.#memory(core).subarray(at, at + length));
      if (read === length && written === length) return;
    }
    const bytes = this.encode(text);
    const at = core.input(bytes.length);
    this.#memory(core).set(bytes, at);
  }

  encode(text: string): Uint8Array {
    return this.#encoder && isWellFormed(text) ? this.#encoder.encode(text) : encode(text);
  }

  /** Calls a function of the module and reads its answer. */
  call<Answer>(work: (core: Core) => number): Answer {
    const core = this.core();
    try {
      return JSON.parse(this.#read(core, work(core)));
    } catch (error) {
      this.#core = undefined;
      throw new Error(`ctslint: internal error: ${this.#panic(core) || error}`, { cause: error });
    }
  }

  #read(core: Core, length: number): string {
    const at = core.output();
    return this.#decode(this.#memory(core).subarray(at, at + length));
  }

  #decode(bytes: Uint8Array): string {
    return this.#decoder && bytes.length > SHORT ? this.#decoder.decode(bytes) : decode(bytes);
  }

  #panic(core: Core): string {
    try {
      const at = core.panic_message();
      return this.#decode(this.#memory(core).subarray(at, at + core.panic_length()));
    } catch {
      return '';
    }
  }

  /** The memory, which is another buffer after it grew. */
  #memory(core: Core): Uint8Array {
    if (this.#bytes.buffer !== core.memory.buffer) this.#bytes = new Uint8Array(core.memory.buffer);
    return this.#bytes;
  }
}

/** Whether no half of a surrogate pair stands alone. Where the platform cannot tell, all are looked at one by one. */
function isWellFormed(text: string & { isWellFormed?(): boolean }): boolean {
  return text.isWellFormed?.() ?? false;
}

/** UTF-8; a lone half of a surrogate pair becomes three bytes that are none, so that it is found. */
export function encode(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) {
      bytes[at++] = code;
      continue;
    }
    if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
    } else {
      if (code < 0x10000) {
        bytes[at++] = 0xe0 | (code >> 12);
      } else {
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
      }
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
    }
    bytes[at++] = 0x80 | (code & 0x3f);
  }
  return bytes.subarray(0, at);
}

/** Text from UTF-8 that is known to be right. */
export function decode(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++] as number;
    if (first < 0x80) {
      text += String.fromCharCode(first);
      continue;
    }
    let rest = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = first & (0x3f >> rest);
    for (; rest > 0; rest--) code = (code << 6) | ((bytes[at++] as number) & 0x3f);
    text += String.fromCodePoint(code);
  }
  return text;
}

/** What a value is, for messages. */
export function kind(value: unknown): string {
  return value === null ? 'null' : typeof value;
}
