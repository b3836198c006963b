import type * as Api from '../types/schema.d.ts';
import { edition, named, schemaOf } from './editions.ts';
// Made by the build from the tables: JSON texts, so that every caller gets a copy of its own.
import ENGLISH from 'schema:en';

export const schema: typeof Api.schema = (document, options) => {
  const name = named(document);
  const wanted = edition(options);
  const profile = wanted.profile === 'default' ? 'editor' : wanted.profile;
  const schemas = wanted.schemas ?? ENGLISH.schemas;
  return schemaOf(schemas[`${profile} ${name}`] as string, wanted);
};
