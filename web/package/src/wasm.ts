// Compiles and instantiates the module, and says in one sentence what to do where that is refused.
import { IMPORTS } from './core.ts';

export function compileSync(bytes: BufferSource): WebAssembly.Module {
  return attempt(() => new WebAssembly.Module(bytes));
}

export function instantiateSync(module: WebAssembly.Module): object {
  return attempt(() => new WebAssembly.Instance(module, IMPORTS).exports);
}

export async function compile(bytes: BufferSource): Promise<WebAssembly.Module> {
  known();
  return WebAssembly.compile(bytes).catch(refuse);
}

/** For the first instance: browsers that refuse to make it at once make it so. */
export async function instantiate(module: WebAssembly.Module): Promise<object> {
  known();
  return (await WebAssembly.instantiate(module, IMPORTS).catch(refuse)).exports;
}

function attempt<Made>(make: () => Made): Made {
  known();
  try {
    return make();
  } catch (cause) {
    return refuse(cause);
  }
}

function known(): void {
  if (typeof WebAssembly === 'undefined') throw new Error("ctslint: there is no WebAssembly here; import from 'ctslint/js', which needs none");
}

function refuse(cause: unknown): never {
  const text = String(cause);
  if (/main thread|synchronous/i.test(text)) {
    throw new Error('ctslint: this browser compiles WebAssembly of this size only asynchronously; call `await init()` before anything else', { cause });
  }
  if (/polic|csp|unsafe-eval|disallowed|blocked|embedder/i.test(text)) {
    throw new Error("ctslint: WebAssembly is forbidden here; import from 'ctslint/js', or allow 'wasm-unsafe-eval' in the content security policy", { cause });
  }
  throw new Error(`ctslint: WebAssembly can't be started here (${text}); 'ctslint/js' does without it`, { cause });
}
