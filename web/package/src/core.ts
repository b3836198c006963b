// Made by wasm-bindgen, which keeps one instance of the module.
import * as glue from 'glue:core';

/** What an instance exports, as far as it is called here. */
interface Exports {
  memory: { grow(pages: number): number };
}

/** Instantiates the module anew. */
export type Instantiate = (imports: WebAssembly.Imports) => object;

/** Calls the module; after a trap, the next call gets a new instance. */
export class Engine {
  #instantiate: Instantiate;
  #exports: Exports | undefined;

  constructor(instantiate: Instantiate) {
    this.#instantiate = instantiate;
  }

  /** Gets an instance ready to be called. */
  start(): void {
    if (this.#exports) return;
    this.#exports = this.#instantiate({ './core_bg.js': glue }) as Exports;
    glue.__wbg_set_wasm(this.#exports);
  }

  /** Does what may trap. An instance that did is in no state to be called again. */
  call<Answer>(work: () => Answer): Answer {
    this.start();
    try {
      return work();
    } catch (cause) {
      // The glue holds on to the memory that it knows until that grows.
      this.#exports?.memory.grow(0);
      this.#exports = undefined;
      const report = 'please report it with the input, at https://github.com/ctslint/ctslint/issues';
      throw new Error(`ctslint: internal error: ${cause}; ${report}`, { cause });
    }
  }
}

export function instantiate(module: WebAssembly.Module, imports: WebAssembly.Imports): object {
  return new WebAssembly.Instance(module, imports).exports;
}
