/** The npm package as the page uses it: the one place that knows its interface. */

import * as ctslint from 'ctslint/slim';
import type { DocumentName, FieldInfo, Locale, Report, Translation } from 'ctslint/slim';
import core from 'ctslint/core.wasm?url';

export type { Change, DocumentName, FieldInfo, Finding, Report, Severity, Translation } from 'ctslint/slim';
export { documents } from 'ctslint/slim';
export { ctslint };

/** Gets the checker; nothing else here works before. */
export function ready(): Promise<void> {
  return ctslint.init(core);
}

/** The language of all that is answered. */
let lang: Locale | undefined;

export function speak(catalogue: Locale | undefined): void {
  lang = catalogue;
  schemas.clear();
}

export const V1 = 'v1-create-request';
export const V3 = 'v3-create-request';
export type RequestDocument = typeof V1 | typeof V3;

export function isDocument(name: string): name is DocumentName {
  return ctslint.documents().some((document) => document.name === name);
}

export function check(text: string, document: DocumentName | null): Report {
  return ctslint.check(text, { as: document ?? undefined, lang });
}

/** The fields of a document. */
export function form(document: DocumentName): FieldInfo[] {
  return ctslint.form(document, { lang });
}

/** What stands in every body of a request: the fields that can have one value only. */
export function given(document: RequestDocument): Record<string, unknown> {
  return JSON.parse(ctslint.fix('{}', { as: document }).text) as Record<string, unknown>;
}

/** Where a request is sent, such as `/v3/{project_id}/tracker`. */
export function endpoint(document: RequestDocument): string {
  const title = ctslint.documents().find(({ name }) => name === document)?.title ?? '';
  return title.slice(title.indexOf('/'));
}

/** What an editor reads of a schema of draft 7. */
export interface Schema {
  title?: string;
  description?: string;
  markdownDescription?: string;
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  enum?: string[];
  enumDescriptions?: string[];
  default?: unknown;
  examples?: unknown[];
}

const schemas = new Map<DocumentName, Schema>();

/** The schema of a document, with the names of the fields in the language of the page. */
export function schema(document: DocumentName): Schema {
  let made = schemas.get(document);
  if (made === undefined) {
    schemas.set(document, (made = ctslint.schema(document, '7')));
    for (const { path, label } of form(document)) {
      let field: Schema | undefined = made;
      for (const name of path.split('/').slice(1)) field = field?.properties?.[name];
      if (field !== undefined) field.title = label;
    }
  }
  return made;
}

/** The text after all safe fixes. */
export function fixSafely(text: string, document: DocumentName | null): string {
  return ctslint.fix(text, document === null ? {} : { as: document }).text;
}

export function translate(text: string, allowLoss: string[]): Translation {
  return ctslint.translate(text, { allowLoss, lang });
}
