import type { ModuleSource } from '../types/index.d.ts';
import { create } from './api.ts';
import { Engine, instantiate } from './core.ts';
// Made by the build from the tables.
import CATALOGUE from 'catalogue:en';
import FACTS from 'facts:json';

export * from './paths.ts';

let module: WebAssembly.Module | undefined;

const engine = /* @__PURE__ */ new Engine((imports) => {
  if (!module) throw new Error('ctslint: call `await init(source)` or `initSync(bytes)` first');
  return instantiate(module, imports);
});

export const {
  check,
  checkValue,
  checkField,
  checkProjectId,
  detect,
  fix,
  translate,
  compare,
  rules,
  documents,
  apiErrors,
  schema,
  form,
  fromForm,
  v1CreateRequest,
  v1UpdateRequest,
  v3CreateRequest,
  v3UpdateRequest,
  huaweiV3CreateRequest,
  huaweiV3UpdateRequest,
} = /* @__PURE__ */ create(engine, CATALOGUE, () => FACTS);

export async function init(source?: ModuleSource): Promise<void> {
  module = await compile(await source);
  engine.start();
}

export function initSync(source?: BufferSource | WebAssembly.Module): void {
  if (source === undefined) throw new TypeError('ctslint: initSync needs the bytes of ctslint/core.wasm');
  module = source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source);
  engine.start();
}

async function compile(source: Awaited<ModuleSource> | undefined): Promise<WebAssembly.Module> {
  if (source === undefined) throw new TypeError('ctslint: init needs ctslint/core.wasm: its bytes, or where to get it');
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === 'string' || source instanceof URL) return compile(await fetch(source));
  if (typeof Response !== 'undefined' && source instanceof Response) {
    if (!source.ok) throw new Error(`ctslint: ${source.url} answers ${source.status}`);
    return WebAssembly.compile(await source.arrayBuffer());
  }
  return WebAssembly.compile(source as BufferSource);
}
