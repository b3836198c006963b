import { create } from './api.ts';
import { Engine } from './core.ts';
// Made by the build from the tables, and the module as JavaScript.
import CATALOGUE from 'catalogue:en';
import FACTS from 'facts:json';
import instantiate from 'translated:core.wasm';

export * from './tools.ts';

const engine = /* @__PURE__ */ new Engine(instantiate);

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

export async function init(): Promise<void> {
  engine.start();
}

export function initSync(): void {
  engine.start();
}

export function dispose(): void {
  engine.dispose();
}
