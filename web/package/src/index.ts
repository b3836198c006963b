import type { ModuleBytes, ModuleSource } from '../types/index.d.ts';
import { create } from './api.ts';
import { Engine } from './core.ts';
import { unpack } from './unpack.ts';
import { compile, compileSync, instantiate, instantiateSync } from './wasm.ts';
// Made by the build: the messages, the module and the facts, these two deflated.
import CATALOGUE from 'catalogue:en';
import MODULE from 'packed:core.wasm';
import FACTS from 'packed:facts';

export * from './tools.ts';

let module: WebAssembly.Module | undefined;

const engine = /* @__PURE__ */ new Engine(() => instantiateSync((module ??= compileSync(unpack(MODULE)))));

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
} = /* @__PURE__ */ create(engine, CATALOGUE, () => JSON.parse(new TextDecoder().decode(unpack(FACTS))));

export async function init(_source?: ModuleSource): Promise<void> {
  module ??= await compile(unpack(MODULE));
  engine.start(await instantiate(module));
}

export function initSync(_source?: ModuleBytes): void {
  engine.start();
}

export function dispose(): void {
  engine.dispose();
}
