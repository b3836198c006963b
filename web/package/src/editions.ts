// Which schema is asked for: what it is for and in which edition of JSON Schema, as the command line has them.
import type { Schemas } from '../types/index.d.ts';
import type { JsonSchemaOptions, SchemaProfile } from '../types/schema.d.ts';
import { inLanguage, options as optionsOf, shown } from './ask.ts';
import NAMES from 'facts:names';

type Draft = '2020-12' | '7';

/** The edition of each profile. */
const PROFILES: Record<SchemaProfile, Draft> = { default: '2020-12', editor: '7', forms: '7', codegen: '7', llm: '2020-12' };

const META_SCHEMAS: Record<Draft, string> = {
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
  7: 'http://json-schema.org/draft-07/schema#',
};

/** What schemas tell editors, and those of the profile `default` do not have. */
const FOR_EDITORS = new Set(['defaultSnippets', 'enumDescriptions', 'errorMessage', 'markdownDescription']);

export interface Edition {
  profile: SchemaProfile;
  draft: Draft;
  /** Those of the language, if one is wanted: JSON texts, by profile and document. */
  schemas: Schemas['schemas'] | undefined;
}

/** The name of a document in full. A short name means the document of the provider. */
export function named(document: string, isOfHuawei = false): string {
  if (typeof document !== 'string') throw new TypeError(`ctslint: a document is a name such as 'v3', not ${shown(document)}`);
  const find = (wanted: string) => NAMES.documents.find(([name, short]) => wanted === name || wanted === short)?.[0];
  const name = find(document);
  if (name === undefined) {
    const known = NAMES.documents.map(([name]) => name);
    throw new RangeError(`ctslint: there is no document ${shown(document)}; there are ${known.join(', ')}`);
  }
  return isOfHuawei && name !== document ? (find(`huawei-${document}`) ?? name) : name;
}

/** Reads what is asked for. Draft 7 alone means the profile for editors. */
export function edition(given: JsonSchemaOptions | string | number | undefined): Edition {
  const options = optionsOf<JsonSchemaOptions>(typeof given === 'number' ? String(given) : (given as string), 'draft');
  const { draft, profile, lang } = options;
  const { schemas } = inLanguage(lang, 'schemas', "what an entry has for schemas, such as the default export of 'ctslint/schema/de'") ?? {};
  const wanted = typeof draft === 'object' ? '' : String(draft ?? '').replace(/^draft-0?/, '');
  if (draft !== undefined && !Object.hasOwn(META_SCHEMAS, wanted)) {
    throw new RangeError(`ctslint: there is no schema of draft ${shown(draft)}; there are 2020-12 and 7`);
  }
  if (profile !== undefined && (typeof profile !== 'string' || !Object.hasOwn(PROFILES, profile))) {
    throw new RangeError(`ctslint: there is no profile ${shown(profile)}; there are ${Object.keys(PROFILES).join(', ')}`);
  }
  const chosen = profile ?? (wanted === '7' ? 'editor' : 'default');
  return { profile: chosen, draft: draft === undefined ? PROFILES[chosen] : (wanted as Draft), schemas };
}

/** The schema, of the text of its profile; that of `default` is made of the one for editors. */
export function schemaOf(text: string, { profile, draft }: Edition): Record<string, unknown> {
  const isDefault = profile === 'default';
  const plain = (key: string, value: unknown) => (FOR_EDITORS.has(key) ? undefined : value);
  const schema: Record<string, unknown> = JSON.parse(text, isDefault ? plain : undefined);
  // It names no edition: its keywords mean the same in all.
  if (profile === 'llm') return schema;
  if (isDefault) schema.$id = String(schema.$id).replace('draft-07/', '');
  // Only what is published has an address.
  if (draft !== PROFILES[profile]) delete schema.$id;
  schema.$schema = META_SCHEMAS[draft];
  return schema;
}
