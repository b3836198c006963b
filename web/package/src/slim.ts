import type { ModuleBytes, ModuleSource } from '../types/index.d.ts';
import { create } from './api.ts';
import { shown } from './ask.ts';
import { Engine } from './core.ts';
import { compile, compileSync, instantiate, instantiateSync } from './wasm.ts';
// Made by the build from the tables.
import CATALOGUE from 'catalogue:en';
import FACTS from 'facts:json';

export * from './tools.ts';

let module: WebAssembly.Module | undefined;

const engine = /* @__PURE__ */ new Engine(() => {
  if (!module) throw new Error('ctslint: call `await init(source)` or `initSync(bytes)` first');
  return instantiateSync(module);
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
  createSchema,
  errorSummary,
  v1CreateRequest,
  v1UpdateRequest,
  v3CreateRequest,
  v3UpdateRequest,
  huaweiV3CreateRequest,
  huaweiV3UpdateRequest,
} = /* @__PURE__ */ create(engine, CATALOGUE, () => FACTS);

export async function init(source?: ModuleSource): Promise<void> {
  module = await found(await source);
  engine.start(await instantiate(module));
}

export function initSync(source?: ModuleBytes): void {
  if (!isModule(source) && !isBytes(source)) throw new TypeError(`ctslint: initSync takes the bytes of ctslint/core.wasm, not ${shown(source)}`);
  module = isBytes(source) ? compileSync(source) : source;
  engine.start();
}

export function dispose(): void {
  engine.dispose();
}

async function found(source: Awaited<ModuleSource> | undefined): Promise<WebAssembly.Module> {
  if (isModule(source)) return source as WebAssembly.Module;
  if (isBytes(source)) return compile(source);
  if (typeof source === 'string') return found(await fetch(source));
  if (typeof source === 'object' && source !== null) {
    if ('href' in source && typeof source.href === 'string') return found(await fetch(source.href));
    if ('arrayBuffer' in source) {
      if (!source.ok) throw new Error(`ctslint: ${source.url} answers ${source.status}`);
      return compile(await source.arrayBuffer());
    }
  }
  throw new TypeError(`ctslint: init takes ctslint/core.wasm, its bytes or where to get it, not ${shown(source)}`);
}

function isModule(source: unknown): boolean {
  return Object.prototype.toString.call(source) === '[object WebAssembly.Module]';
}

function isBytes(source: unknown): source is BufferSource {
  return ArrayBuffer.isView(source) || Object.prototype.toString.call(source) === '[object ArrayBuffer]';
}
