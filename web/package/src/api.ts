import type * as Api from '../types/index.d.ts';
import { EXPLANATIONS, count, flag, inLanguage, names as namesIn, nearest, options as optionsOf, pointer as pointerOf, shown } from './ask.ts';
import type { Engine } from './core.ts';
import { edition, named, schemaOf } from './editions.ts';
import { dotted, fromForm, isPlain, pointers, present } from './from-form.ts';
import { labelled } from './labels.ts';
import { pathToPointer, pointerToDotted, pointerToPath } from './paths.ts';
import { LONE, encode } from './utf8.ts';
import { unsayable, write } from './value.ts';
import { type Bare, type BareReport, Words } from './word.ts';
// Made by the build: the names that the tables have, and the functions of the module.
import NAMES from 'facts:names';
import * as core from 'glue:core';

type Interface = Omit<
  typeof Api,
  'init' | 'initSync' | 'dispose' | 'applyFix' | `${'pointer' | 'path' | 'dotted'}To${'Pointer' | 'Path' | 'Dotted'}`
>;

/** What the tables tell of themselves, as JSON texts, so that every caller gets a copy of its own. */
type Facts = Record<string, string>;

const encoder = /* @__PURE__ */ new TextEncoder();

/** Options as they are used here. */
interface Settings {
  words: Words;
  document: string | undefined;
  isOfHuawei: boolean;
  comments: boolean;
  severities: string[];
  maxFindings: number;
  labels: boolean;
}

/** The interface of the package on top of an instance of the module. The facts are asked for once, when they are wanted. */
export function create(engine: Engine, english: Api.Locale, unpack: () => Facts): Interface {
  const languages = new Map<Api.Locale, Words>();
  let facts: Facts | undefined;

  const text = (name: string): string => (facts ??= unpack())[name] as string;
  const fact = <Fact>(name: string): Fact => JSON.parse(text(name));

  /** What puts messages into the words of a language. */
  function wordsOf(options: { lang?: Api.Locale | undefined } | undefined): Words {
    const locale = inLanguage(options?.lang, 'messages', "a catalogue, such as the default export of 'ctslint/locale/de'") ?? english;
    let words = languages.get(locale);
    if (!words) languages.set(locale, (words = new Words(locale)));
    return words;
  }

  /** Reads options. Whoever made them may do anything while they are read, so that is done before all else. */
  function settings(given: Api.Options | string | undefined): Settings {
    const options: Api.Options = optionsOf<Api.Options>(given, 'as');
    const { as, comments, severities, maxFindings, labels } = options;
    const isOfHuawei = isHuawei(options);
    return {
      words: wordsOf(options),
      document: as === undefined ? undefined : named(as, isOfHuawei),
      isOfHuawei,
      comments: flag('comments', comments),
      severities: severities === undefined ? [] : pairs(severities),
      maxFindings: count('maxFindings', maxFindings),
      labels: flag('labels', labels),
    };
  }

  /** The fields of a document, in the words of a language. */
  function fieldsOf(document: string, words: Words): Api.FieldInfo[] {
    return fact<Api.FieldInfo[]>(`form ${document}`).map((field) => words.field(field));
  }

  /** Has the text of each finding say labels in place of names. */
  function label(findings: Api.Finding[], document: string | null, words: Words): Api.Finding[] {
    if (document === null || findings.length === 0) return findings;
    const fields = fieldsOf(document, words);
    return findings.map((finding) => ({ ...finding, text: labelled(finding.message, finding.path, fields, words.language) }));
  }

  function reported(bare: BareReport, { words, maxFindings, labels }: Settings): Api.Report {
    const report = words.report(bare, maxFindings);
    if (labels) report.findings = label(report.findings, report.document, words);
    return report;
  }

  function check(text: string | Uint8Array, options?: Api.Options | Api.DocumentArgument): Api.Report {
    const how = settings(options);
    const { document, isOfHuawei, comments, severities } = how;
    const bytes = utf8(text);
    return reported(engine.call(() => core.check(bytes, document, isOfHuawei, comments, severities)), how);
  }

  /** Checks a value that was written as text. */
  function judge(text: string, how: Settings, isEachApart = false): Api.Report {
    const { document, isOfHuawei, severities } = how;
    const report = engine.call(() => core.checkValue(text, document, isOfHuawei, severities));
    const findings = nameWord(text, '', report.findings);
    return reported({ ...report, findings: isEachApart ? findings.flatMap(apart) : findings }, how);
  }

  function checkValue(value: unknown, options?: Omit<Api.Options, 'comments'> | Api.DocumentArgument): Api.Report {
    const how = settings(options);
    return judge(write(value), how);
  }

  const checkField: typeof Api.checkField = (...call) => {
    if (call.length < 3) throw new TypeError("ctslint: checkField takes a document, a field and its value, such as checkField('v3', '/obs_info/bucket_name', 'audit')");
    const [document, field, value, given] = call;
    const name = named(document);
    const pointer = pointerOf(field);
    const options = optionsOf<Api.LanguageOptions & Api.LabelOptions>(given);
    const words = wordsOf(options);
    const labels = flag('labels', options.labels);
    const text = write(value);
    const bare = engine.call(() => core.checkField(name, pointer, text));
    const findings = nameWord(text, pointer, bare).map((finding) => words.finding(finding));
    return labels ? label(findings, name, words) : findings;
  };

  function checkProjectId(id: string, options?: Api.LanguageOptions): Api.Finding[] {
    if (typeof id !== 'string') throw new TypeError(`ctslint: a project ID is a string, not ${shown(id)}`);
    const words = wordsOf(optionsOf<Api.LanguageOptions>(options));
    return engine.call(() => core.checkProjectId(id)).map((finding) => words.finding(finding));
  }

  const detect: typeof Api.detect = (text, given) => {
    const options = optionsOf<Api.LanguageOptions & Api.ProviderOptions>(given);
    const words = wordsOf(options);
    const isOfHuawei = isHuawei(options);
    const bytes = utf8(text);
    const { document, reason, detection } = engine.call(() => core.detect(bytes, isOfHuawei));
    return { document, reason: words.text(reason), detection };
  };

  const fix: typeof Api.fix = (text, given) => {
    const options = optionsOf<Api.Options & { unsafe?: boolean | undefined }>(given, 'as');
    const isUnsafe = flag('unsafe', options.unsafe);
    const how = settings(options);
    const { document, isOfHuawei, comments, severities } = how;
    const bytes = utf8(text);
    const fixed = engine.call(() => core.fix(bytes, document, isOfHuawei, comments, severities, isUnsafe));
    return {
      text: fixed.text ?? (typeof text === 'string' ? text : new TextDecoder().decode(text)),
      fixed: fixed.fixed,
      remaining: reported(fixed.remaining, how),
    };
  };

  const translate: typeof Api.translate = (text, given) => {
    const options = optionsOf<NonNullable<typeof given>>(given);
    const words = wordsOf(options);
    const isForHuawei = isHuawei(options);
    const names = namesIn('allowLoss', options.allowLoss);
    const comments = flag('comments', options.comments);
    const to = options.to;
    if (to !== undefined && to !== 'v3' && to !== 'v3-update') {
      throw new RangeError(`ctslint: to is v3 or v3-update, not ${shown(to)}`);
    }
    const name = trackerName(options);
    const bytes = utf8(text);
    return words.translation(engine.call(() => core.translate(bytes, isForHuawei, comments, names, to, name)));
  };

  const compare: typeof Api.compare = (request, answer, given) => {
    const options = optionsOf<NonNullable<typeof given>>(given, 'as');
    const { words, document, isOfHuawei, comments } = settings(options);
    const name = trackerName(options);
    const [first, second] = [utf8(request), utf8(answer)];
    return words.comparison(engine.call(() => core.compare(first, second, document, isOfHuawei, comments, name)));
  };

  /** What is said of a rule, a document or an error in the language of the options, where there are some. */
  function described(given: Api.ExplanationOptions | undefined): { summary(topic: string, english: string): string; advice(code: string, english: string): string } {
    const { lang } = optionsOf<Api.ExplanationOptions>(given);
    const said = inLanguage(lang, 'topics', EXPLANATIONS);
    return {
      summary: (topic, english) => (said ? JSON.parse(said.topics[topic] as string).topic.summary : english),
      advice: (code, english) => said?.advice[code] ?? english,
    };
  }

  const rules: typeof Api.rules = (given) => {
    const { summary } = described(given);
    return fact<Api.RuleInfo[]>('rules').map((rule) => ({ ...rule, summary: summary(rule.name, rule.summary) }));
  };

  const documents: typeof Api.documents = (given) => {
    const { summary } = described(given);
    return fact<Api.DocumentInfo[]>('documents').map((document) => ({ ...document, title: summary(document.name, document.title) }));
  };

  function form(document: string, given?: Api.LanguageOptions & Api.LabelOptions): Api.FieldInfo[] {
    const options = optionsOf<Api.LanguageOptions & Api.LabelOptions>(given);
    const words = wordsOf(options);
    const fields = fieldsOf(named(document), words);
    if (flag('labels', options.labels)) {
      for (const field of fields) {
        const plain = (text: string) => labelled(text, field.path, fields, words.language);
        field.hint = plain(field.hint);
        for (const value of field.enum ?? []) value.text = plain(value.text);
      }
    }
    return fields;
  }

  const apiErrors: typeof Api.apiErrors = (given) => {
    const { summary, advice } = described(given);
    return fact<Api.ApiError[]>('apiErrors').map((error) => ({
      ...error,
      meaning: summary(error.code, error.meaning),
      advice: advice(error.code, error.advice),
    }));
  };

  function schema(document: string, options?: Parameters<typeof Api.schema>[1]): Record<string, unknown> {
    const name = named(document);
    const wanted = edition(options);
    if (wanted.profile !== 'default' && wanted.profile !== 'editor') {
      throw new RangeError(`ctslint: the schemas of the profile ${wanted.profile} are in 'ctslint/schema'`);
    }
    return schemaOf(wanted.schemas?.[`editor ${name}`] ?? text(`schema ${name}`), wanted);
  }

  const createSchema: typeof Api.createSchema = (document, given) => {
    const options = optionsOf<Api.SchemaOptions>(given);
    const { words, isOfHuawei, labels } = settings({ lang: options.lang, provider: options.provider, labels: options.labels });
    const isOfForm = flag('emptyAsAbsent', options.emptyAsAbsent);
    return request(named(document, isOfHuawei) as Api.DocumentName, { words, labels, isOfForm });
  };

  /** Of what a form holds, what is there. */
  function sent(value: unknown, document: Api.DocumentName, isOfForm: boolean): unknown {
    if (!isOfForm || !isPlain(value)) return present(value);
    try {
      return fromForm(value, { ...formOf(document), hasStates: true });
    } catch {
      // What contains itself is an issue.
      return value;
    }
  }

  function formOf(document: string | undefined) {
    const isCreate = !document?.endsWith('update-request');
    const fields = document === undefined ? [] : fact<Api.FieldInfo[]>(`form ${document}`);
    return { fields, isCreate, touched: new Set<string>(), checkboxes: [], hasStates: false };
  }

  function request<Body>(
    document: Api.DocumentName,
    { words, labels, isOfForm }: { words: Words; labels: boolean; isOfForm: boolean },
  ): Api.RequestSchema<Body> {
    const target = (document: Api.DocumentName, options: { target: string }) => {
      const target = options?.target;
      if (target === 'draft-2020-12') return schema(document);
      if (target === 'draft-07') return schema(document, '7');
      throw new RangeError(`ctslint: there is no schema for ${shown(target)}; there are draft-2020-12 and draft-07`);
    };
    return {
      '~standard': {
        version: 1,
        vendor: 'ctslint',
        validate(given) {
          // A form holds `undefined` for what is not there, and `JSON.stringify` leaves it out of what is sent.
          const value = sent(given, document, isOfForm);
          const { findings } = judge(write(value, true), { ...settings(undefined), words, document, labels }, true);
          const issues = findings.filter(({ severity }) => severity === 'error').map(issue);
          return issues.length === 0 ? { value: value as Body } : { issues: issues.sort(byUse) };
        },
        jsonSchema: { input: (options) => target(document, options), output: (options) => target(document, options) },
      },
    };
  }

  const errorSummary: typeof Api.errorSummary = (found, given) => {
    const { as, id } = optionsOf<Exclude<NonNullable<typeof given>, string>>(given, 'as');
    const fields = as === undefined ? undefined : fact<Api.FieldInfo[]>(`form ${named(as)}`);
    if (id !== undefined && typeof id !== 'function') throw new TypeError(`ctslint: id is a function of the dotted name of a field, not ${shown(id)}`);
    const list = errorsOf(found);
    const lines = new Map<string, Api.ErrorLine>();
    for (const { pointer, message } of list) {
      const field = fields ? inputOf(pointer, fields) : pointer;
      const name = field && pointerToDotted(field);
      // A form shows one message of a field; there may be several of the whole body.
      const key = field || `${lines.size}`;
      if (!lines.has(key)) lines.set(key, { path: pointer, id: field && (id?.(name) ?? name), message });
    }
    if (!fields) return [...lines.values()];
    const place = (pointer: string) => fields.findIndex(({ path }) => path === inputOf(pointer, fields));
    return [...lines.values()].sort((one, other) => place(one.path) - place(other.path));
  };

  function constant<Body>(document: Api.DocumentName): Api.RequestSchema<Body> {
    return request(document, { words: wordsOf(undefined), labels: false, isOfForm: false });
  }

  return {
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
    fromForm: (values, given) => {
      const { as, touched, checkboxes } = optionsOf<Exclude<NonNullable<typeof given>, string>>(given, 'as');
      const known = formOf(as === undefined ? undefined : named(as));
      known.touched = pointers(namesIn('touched', touched));
      const names = dotted(namesIn('checkboxes', checkboxes));
      if (typeof values !== 'object' || values === null) {
        throw new TypeError(`ctslint: fromForm takes a form, its FormData or an object with its values, not ${shown(values)}`);
      }
      return fromForm(values as FormData | Api.FormElementLike | Record<string, unknown>, { ...known, checkboxes: names });
    },
    createSchema,
    errorSummary,
    v1CreateRequest: constant('v1-create-request'),
    v1UpdateRequest: constant('v1-update-request'),
    v3CreateRequest: constant('v3-create-request'),
    v3UpdateRequest: constant('v3-update-request'),
    huaweiV3CreateRequest: constant('huawei-v3-create-request'),
    huaweiV3UpdateRequest: constant('huawei-v3-update-request'),
  };
}

/** The path and the message of each issue, and of each finding that is an error. */
function errorsOf(found: Parameters<typeof Api.errorSummary>[0]): { pointer: string; message: string }[] {
  if (!Array.isArray(found)) throw new TypeError(`ctslint: errorSummary takes a list of issues or findings, not ${shown(found)}`);
  return found.flatMap((one: (typeof found)[number]) => {
    if (typeof one?.message !== 'string') throw new TypeError('ctslint: errorSummary takes a list of issues or findings');
    if (!('severity' in one)) return [{ pointer: pathToPointer(one.path), message: one.message }];
    return one.severity === 'error' ? [{ pointer: one.path ?? '', message: one.text ?? one.message }] : [];
  });
}

/** The field whose input stands for a path: an object has none, but its first member that it must have, or its first. */
function inputOf(pointer: string, fields: Api.FieldInfo[]): string {
  const field = fields.find(({ path }) => path === pointer);
  if (field?.type !== 'object') return field?.path ?? '';
  const members = fields.filter(({ path, type }) => path.startsWith(`${pointer}/`) && type !== 'object');
  return (members.find(({ required }) => required) ?? members[0])?.path ?? '';
}

/** Whether the v3 of Huawei Cloud is meant. */
function isHuawei(options: { provider?: Api.Provider | undefined } | undefined): boolean {
  const provider = options?.provider ?? 'otc';
  if (provider !== 'otc' && provider !== 'huawei') {
    throw new RangeError(`ctslint: a provider is otc or huawei, not ${shown(provider)}`);
  }
  return provider === 'huawei';
}

/** The name of a tracker in a list. */
function trackerName(options: { name?: string | undefined } | undefined): string | undefined {
  const name = options?.name;
  if (name !== undefined && typeof name !== 'string') throw new TypeError(`ctslint: the name of a tracker is a string, not ${shown(name)}`);
  return name;
}

/** Severities as the module takes them: names of rules, each followed by its severity. */
function pairs(severities: NonNullable<Api.Options['severities']>): string[] {
  if (typeof severities !== 'object' || severities === null) {
    throw new TypeError(`ctslint: severities are an object, such as { 'short-retention': 'off' }, not ${shown(severities)}`);
  }
  return Object.entries(severities).flatMap(([name, severity]) => {
    if (!NAMES.rules.includes(name)) {
      const near = nearest(name, NAMES.rules);
      throw new RangeError(`ctslint: there is no rule ${shown(name)}${near ? `; did you mean ${near}?` : ''}`);
    }
    if (severity === undefined) return [];
    if (!['error', 'warning', 'info', 'off'].includes(severity)) {
      throw new RangeError(`ctslint: a severity is error, warning, info or off, not ${shown(severity)}`);
    }
    return [name, severity];
  });
}

/** The bytes of a text. */
function utf8(text: string | Uint8Array): Uint8Array {
  if (typeof text !== 'string') {
    if (Object.prototype.toString.call(text) === '[object ArrayBuffer]') return new Uint8Array(text as unknown as ArrayBuffer);
    if (!ArrayBuffer.isView(text)) {
      const other = typeof text === 'object' && text !== null ? '; checkValue takes a value' : '';
      throw new TypeError(`ctslint: a text is a string or a Uint8Array, not ${shown(text)}${other}`);
    }
    return new Uint8Array(text.buffer, text.byteOffset, text.byteLength);
  }
  return isWellFormed(text) ? encoder.encode(text) : encode(text);
}

/** Whether no half of a surrogate pair stands alone. */
function isWellFormed(text: string & { isWellFormed?(): boolean }): boolean {
  return text.isWellFormed?.() ?? text.search(LONE) < 0;
}

/** The checker takes a word that is all there is for a text without any JSON; in a value it stands for what JSON cannot say. */
function nameWord(text: string, path: string, findings: BareReport['findings']): BareReport['findings'] {
  const found = unsayable(text);
  if (found === undefined) return findings;
  const { source } = findings.find(({ rule }) => rule === 'invalid-json') ?? {};
  const own: BareReport['findings'][number] = { rule: 'invalid-json', severity: 'error', message: 'no-such-value', help: 'write-json-value', path, params: { found } };
  return [source ? { ...own, source } : own];
}

/** Forms show messages as they are, so they are plain text. */
function issue({ rule, message, text, path, params }: Api.Finding): Api.Issue {
  return { message: text ?? message, path: pointerToPath(path ?? ''), code: rule, params: params ?? {} };
}

/** Of two names that one finding says are missing, each by itself: a form shows it at its input. */
function apart(finding: Bare<Api.Finding>): Bare<Api.Finding>[] {
  const { rule, path, params } = finding;
  const name = params?.name;
  if (rule !== 'missing-field' || path === undefined || typeof name !== 'string') return [finding];
  return [finding, { ...finding, path: path.slice(0, path.lastIndexOf('/') + 1) + name, params: { ...params, field: name } }];
}

/** Of one field, what is wrong with a character helps more than what is wrong with the length; forms show one of them. */
function byUse(left: Api.Issue, right: Api.Issue): number {
  return Number(left.code === 'length-out-of-range') - Number(right.code === 'length-out-of-range');
}
