import { create } from './api.ts';
import { type Core, Engine } from './core.ts';
// Made by the build from the tables, and the module as JavaScript.
import FACTS from 'facts:json';
import instantiate from 'translated:core.wasm';

export * from './paths.ts';

const engine = /* @__PURE__ */ new Engine(() => instantiate({}) as Core);

export const {
  check,
  checkValue,
  checkField,
  checkProjectId,
  detect,
  fix,
  translate,
  rules,
  documents,
  apiErrors,
  schema,
  form,
  fromForm,
  v1CreateRequest,
  v3CreateRequest,
} = /* @__PURE__ */ create(engine, () => FACTS);

export async function init(): Promise<void> {
  engine.core();
}

export function initSync(): void {
  engine.core();
}
