import type { DocumentArgument, JsonSchemaOptions as Known } from './index.js';

/** What a schema is for: validators, editors, form generators, code generators, language models. */
export type SchemaProfile = 'default' | 'editor' | 'forms' | 'codegen' | 'llm';

export interface JsonSchemaOptions extends Omit<Known, 'profile'> {
  /** What it is for. */
  profile?: SchemaProfile | undefined;
}

/** The JSON Schema of a document; a draft in place of options is its edition. */
export function schema(document: DocumentArgument, options?: JsonSchemaOptions | '2020-12' | '7' | 7): Record<string, unknown>;
