/** What the worker answers: the package, one report at a time, and of a long one only what is seen. */

import core from 'ctslint/core.wasm?url';
import * as ctslint from 'ctslint/slim';
import { readResponse, recognise } from '../input/recognise.ts';
import type { Catalogue, Checked, Explained, Explanations, LocaleName, Question, Translating } from './protocol.ts';
import { type Counts, count, PAGE, type Stretch, sorted, within } from './sort.ts';
import type { Comparison, DocumentInfo, DocumentName, FieldInfo, Finding, Translation } from './types.ts';

/** How many findings are marked at once: more are never seen at once. */
const MARKS = 100;

let ready: Promise<void> | undefined;

/** Gets the module; asked again after it could not be got. */
function module(): Promise<void> {
  ready ??= ctslint.init(core).catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  return ready;
}

/** The messages of the package; its English ones are part of it. */
const CATALOGUES: Record<LocaleName, () => Promise<Catalogue | undefined>> = {
  en: async () => undefined,
  de: async () => (await import('ctslint/locale/de')).default,
  zh: async () => (await import('ctslint/locale/zh')).default,
};

const catalogue = (locale: LocaleName) => CATALOGUES[locale]();

/** What there is to say of rules, fields and errors; in English it comes with the function that says it. */
const EXPLANATIONS: Record<LocaleName, () => Promise<Explanations | undefined>> = {
  en: async () => undefined,
  de: async () => (await import('ctslint/explain/de')).default,
  zh: async () => (await import('ctslint/explain/zh')).default,
};

let list: Finding[] = [];
let inOrder: Finding[] = [];

const options = ({ as, provider }: Question) => ({ as: as ?? undefined, provider });

export const api = {
  /** Checks a text, and hands out as many findings as are listed and those of the stretch that is seen. */
  async check(question: Question, seen: Stretch, listed: number): Promise<Checked> {
    const [lang] = await Promise.all([catalogue(question.locale), module()]);
    const { document, reason, detection, findings } = ctslint.check(question.text, { ...options(question), lang });
    inOrder = findings;
    list = sorted(findings);
    const counts: Counts = count(findings);
    return {
      document,
      kind: ctslint.documents().find(({ name }) => name === document)?.kind ?? null,
      reason,
      isNamed: detection.kind !== 'content',
      counts,
      total: findings.length,
      safe: findings.filter(({ fix }) => fix?.safety === 'safe').length,
      findings: list.slice(0, listed),
      marks: within(inOrder, seen, MARKS),
    };
  },

  /** More of the last report, from the finding of that number on. */
  async more(from: number): Promise<Finding[]> {
    return list.slice(from, from + PAGE);
  },

  /** The findings of the last report in a stretch of its text. */
  async marks(seen: Stretch): Promise<Finding[]> {
    return within(inOrder, seen, MARKS);
  },

  async fixAll(question: Question): Promise<{ text: string; fixed: number }> {
    await module();
    const { text, fixed } = ctslint.fix(question.text, options(question));
    return { text, fixed };
  },

  /** The least body of each request: what can have one value only. */
  async leasts(): Promise<Partial<Record<DocumentName, string>>> {
    await module();
    const requests = ctslint.documents().filter(({ kind }) => kind === 'request');
    return Object.fromEntries(
      requests.map(({ name }) => [name, `${JSON.stringify(JSON.parse(ctslint.fix('{}', { as: name }).text), null, 2)}\n`]),
    );
  },

  async translate(question: Question, { allowLoss, to, name }: Translating): Promise<Translation> {
    const [lang] = await Promise.all([catalogue(question.locale), module()]);
    return ctslint.translate(question.text, { lang, provider: question.provider, allowLoss, to, name: name === '' ? undefined : name });
  },

  /** What a request would change of the tracker that a saved answer is about. */
  async compare(question: Question, saved: string): Promise<Comparison> {
    const [lang] = await Promise.all([catalogue(question.locale), module()]);
    const answer = recognise(saved) === 'response' ? readResponse(saved).body : saved;
    return ctslint.compare(question.text, answer, { ...options(question), lang });
  },

  async fields(document: DocumentName, locale: LocaleName): Promise<FieldInfo[]> {
    const [lang] = await Promise.all([catalogue(locale), module()]);
    return ctslint.form(document, { lang });
  },

  async documents(): Promise<DocumentInfo[]> {
    await module();
    return ctslint.documents();
  },

  async projectId(id: string, locale: LocaleName): Promise<Finding[]> {
    const [lang] = await Promise.all([catalogue(locale), module()]);
    return ctslint.checkProjectId(id, { lang });
  },

  /** What there is to say of a name, and of an error of the API what it means and what to do. */
  async explain(name: string, locale: LocaleName): Promise<Explained | null> {
    const [{ explain, topics }, lang] = await Promise.all([import('ctslint/explain'), EXPLANATIONS[locale](), module()]);
    const wanted = name.trim().toLowerCase();
    // The two families of errors differ in case alone, so that the name as it stands comes first.
    const known = explain(name.trim()) === undefined ? topics().find((topic) => topic.toLowerCase() === wanted) : name.trim();
    const explanation = known === undefined ? undefined : explain(known, { lang });
    if (explanation === undefined) return null;
    return { ...explanation, error: ctslint.apiErrors({ lang }).find(({ code }) => code === known) ?? null };
  },

  /** The names of everything that can be explained, with a line about each of them that has one. */
  async topics(locale: LocaleName): Promise<{ name: string; kind: string; summary: string }[]> {
    const [{ explain, topics }, lang] = await Promise.all([import('ctslint/explain'), EXPLANATIONS[locale]()]);
    return topics().flatMap((name) => explain(name, { all: false, lang })?.topic ?? []);
  },

  /** A function of the package, for the console of the browser. */
  async call(name: string, args: unknown[]): Promise<unknown> {
    await module();
    const found: unknown = Object.entries(ctslint).find(([known]) => known === name)?.[1];
    if (typeof found !== 'function') throw new TypeError(`ctslint has no function ${name}`);
    return found(...args);
  },
};

export type Api = typeof api;
