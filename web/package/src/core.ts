// Made by wasm-bindgen, which keeps one instance of the module.
import * as glue from 'glue:core';

/** What an instance exports, as far as it is used here. */
interface Exports {
  memory: { buffer: { byteLength: number } };
}

/** Instantiates the module anew. */
export type Instantiate = (imports: WebAssembly.Imports) => object;

/** With more bytes of memory an instance is not kept: memory grows with the text, and never shrinks. */
const LARGE = 16 * 2 ** 20;

/** What the module imports. */
export const IMPORTS = { './core_bg.js': glue } as unknown as WebAssembly.Imports;

/** Calls the module; after a trap or a large text, the next call gets a new instance. */
export class Engine {
  #instantiate: Instantiate;
  #exports: Exports | undefined;

  constructor(instantiate: Instantiate) {
    this.#instantiate = instantiate;
  }

  /** Gets an instance ready to be called: a new one, unless it is given. */
  start(exports?: object): void {
    if (this.#exports) return;
    this.#exports = (exports ?? this.#instantiate(IMPORTS)) as Exports;
    glue.__wbg_set_wasm(this.#exports);
  }

  /** Lets go of the instance and its memory. */
  dispose(): void {
    this.#exports = undefined;
    glue.forget();
  }

  /** Does what may trap. An instance that did is in no state to be called again. */
  call<Answer>(work: () => Answer): Answer {
    this.start();
    try {
      const answer = work();
      if ((this.#exports as Exports).memory.buffer.byteLength > LARGE) this.dispose();
      return answer;
    } catch (cause) {
      this.dispose();
      const report = 'please report it with the input, at https://github.com/ctslint/ctslint/issues';
      throw new Error(`ctslint: internal error: ${cause}; ${report}`, { cause });
    }
  }
}
