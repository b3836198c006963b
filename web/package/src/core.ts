import { Answers } from './answer.ts';

/** What the WebAssembly module exports. Only numbers cross the border; see the crate ctslint-wasm. */
export interface Core {
  memory: { buffer: ArrayBuffer };
  input(length: number): number;
  check(document: number, comments: number, isValue: number, settings: number): number;
  check_field(document: number, pointer: number): number;
  detect(): number;
  fix(document: number, comments: number, isUnsafe: number, settings: number): number;
  translate(comments: number, names: number): number;
}

/** Instantiates the module anew. */
export type Instantiate = () => Core;

export function instantiate(module: WebAssembly.Module): Core {
  return new WebAssembly.Instance(module).exports as unknown as Core;
}

/** Calls the module; after a trap, the next call gets a new instance. */
export class Engine {
  #instantiate: Instantiate;
  #core: Core | undefined;
  #answers: Answers | undefined;
  #encoder = typeof TextEncoder === 'undefined' ? undefined : new TextEncoder();

  constructor(instantiate: Instantiate) {
    this.#instantiate = instantiate;
  }

  /** The module, ready to be called, and what reads its answers. */
  core(): Core {
    if (this.#core === undefined) {
      this.#core = this.#instantiate();
      this.#answers = new Answers(this.#core.memory);
    }
    return this.#core;
  }

  /** Writes the input of the next call. */
  write(text: string | Uint8Array): void {
    if (typeof text !== 'string') {
      if (!ArrayBuffer.isView(text)) {
        throw new TypeError(`ctslint: a text is a string or a Uint8Array, not ${kind(text)}`);
      }
      this.#input(text.byteLength).set(new Uint8Array(text.buffer, text.byteOffset, text.byteLength));
      return;
    }
    const length = text.length;
    if (this.#encoder && isWellFormed(text)) {
      const { read, written } = this.#encoder.encodeInto(text, this.#input(length));
      if (read === length && written === length) return;
    }
    const bytes = this.encode(text);
    this.#input(bytes.length).set(bytes);
  }

  encode(text: string): Uint8Array {
    return this.#encoder && isWellFormed(text) ? this.#encoder.encode(text) : encode(text);
  }

  /** Room for the input of the next call. */
  #input(length: number): Uint8Array {
    return this.#attempt((core, answers) => {
      const at = core.input(length);
      return answers.bytes().subarray(at, at + length);
    });
  }

  /** Calls a function of the module and reads its answer. */
  call<Answer>(work: (core: Core) => number, read: (answers: Answers) => Answer): Answer {
    return this.#attempt((core, answers) => {
      answers.open(work(core));
      return read(answers);
    });
  }

  /** Does what may trap. An instance that did is in no state to be called again. */
  #attempt<Result>(work: (core: Core, answers: Answers) => Result): Result {
    const core = this.core();
    try {
      return work(core, this.#answers as Answers);
    } catch (cause) {
      this.#core = undefined;
      const report = 'please report it with the input, at https://github.com/ctslint/ctslint/issues';
      throw new Error(`ctslint: internal error: ${cause}; ${report}`, { cause });
    }
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

/** What a value is, for messages. */
export function kind(value: unknown): string {
  return value === null ? 'null' : typeof value;
}
