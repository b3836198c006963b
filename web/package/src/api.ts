import type * as Api from '../types/index.d.ts';
import type { Answers } from './answer.ts';
import { type Engine, kind } from './core.ts';
import { fromForm, pointers } from './from-form.ts';
import { pointerToPath } from './paths.ts';
import { write } from './value.ts';
// Made by the build from the tables.
import WORDS from 'facts:words';

export * from './paths.ts';

type Interface = Omit<
  typeof Api,
  'init' | 'initSync' | `${'pointer' | 'path' | 'dotted'}To${'Pointer' | 'Path' | 'Dotted'}`
>;

/** Names and pointers as they mostly are: each character is one byte. */
const PLAIN = /^[\n -~]*$/;

/** What schemas of draft 7 tell editors, and those of draft 2020-12 do not have. */
const FOR_EDITORS = new Set(['defaultSnippets', 'enumDescriptions', 'errorMessage', 'markdownDescription']);

/** Stands for no document. */
const NONE = 0xff;

/** What the tables tell of themselves, as JSON texts, so that every caller gets a copy of its own. */
type Facts = Record<string, string>;

/** The interface of the package on top of an instance of the module. The facts are asked for once, when they are wanted. */
export function create(engine: Engine, unpack: () => Facts): Interface {
  let facts: Facts | undefined;
  let names: Map<string, number> | undefined;

  const text = (name: string): string => (facts ??= unpack())[name] as string;
  const fact = <Fact>(name: string): Fact => JSON.parse(text(name));

  function number(document: string): number {
    names ??= new Map(
      WORDS.documents.flatMap(([name, short], index) => [name, short ?? name].map((name) => [name, index] as const)),
    );
    const index = names.get(document);
    if (index === undefined) {
      const known = WORDS.documents.map(([name]) => name);
      throw new RangeError(`ctslint: there is no document ${JSON.stringify(document)}; there are ${known.join(', ')}`);
    }
    return index;
  }

  /** The name in full. */
  const named = (document: string): string => (WORDS.documents[number(document)] as [string, string | null])[0];

  /** The severities as the module reads them, one character a rule. */
  function settings(severities: Api.Options['severities']): string {
    if (!severities) return '';
    const codes: string[] = WORDS.rules.map(() => '0');
    for (const [name, severity] of Object.entries(severities)) {
      const index = WORDS.rules.indexOf(name);
      const code = ['off', 'info', 'warning', 'error'].indexOf(severity as string);
      if (index < 0) throw new RangeError(`ctslint: there is no rule ${JSON.stringify(name)}`);
      if (severity === undefined) continue;
      if (code < 0) throw new RangeError(`ctslint: a severity is error, warning, info or off, not ${severity}`);
      codes[index] = String(code + 1);
    }
    return codes.join('');
  }

  /** Writes a text after a piece that the module is told the length of. */
  function writeBoth(first: string, text: string | Uint8Array): number {
    if (first === '') {
      engine.write(text);
      return 0;
    }
    if (typeof text === 'string' && PLAIN.test(first)) {
      engine.write(first + text);
      return first.length;
    }
    const head = engine.encode(wellFormed(first));
    const tail = typeof text === 'string' ? engine.encode(text) : text;
    const both = new Uint8Array(head.length + tail.length);
    both.set(head);
    both.set(tail, head.length);
    engine.write(both);
    return head.length;
  }

  function check(text: string | Uint8Array, options?: Api.Options): Api.Report {
    const document = options?.as === undefined ? NONE : number(options.as);
    const split = writeBoth(settings(options?.severities), text);
    return engine.call((core) => core.check(document, Number(options?.comments ?? false), 0, split), report);
  }

  function judge(text: string, options?: Api.Options): Api.Report {
    const document = options?.as === undefined ? NONE : number(options.as);
    const split = writeBoth(settings(options?.severities), text);
    return engine.call((core) => core.check(document, 0, 1, split), report);
  }

  const checkValue = (value: unknown, options?: Api.Options): Api.Report => judge(write(value), options);

  function checkField(document: string, pointer: string, value: unknown): Api.Finding[] {
    const index = number(document);
    const split = writeBoth(pointer, write(value));
    return engine.call((core) => core.check_field(index, split), findings);
  }

  function checkProjectId(id: string): Api.Finding[] {
    if (typeof id !== 'string') throw new TypeError(`ctslint: a project ID is a string, not ${kind(id)}`);
    engine.write(JSON.stringify(wellFormed(id)));
    return engine.call((core) => core.check_field(NONE, 0), findings);
  }

  function detect(text: string | Uint8Array): ReturnType<typeof Api.detect> {
    engine.write(text);
    return engine.call(
      (core) => core.detect(),
      (answers) => ({ document: answers.textOrNull(), reason: answers.reason() }),
    );
  }

  const fix: typeof Api.fix = (text, options) => {
    const document = options?.as === undefined ? NONE : number(options.as);
    const split = writeBoth(settings(options?.severities), text);
    return engine.call(
      (core) => core.fix(document, Number(options?.comments ?? false), Number(options?.unsafe ?? false), split),
      (answers) => ({
        text: answers.textOrNull() ?? (typeof text === 'string' ? text : new TextDecoder().decode(text)),
        fixed: answers.number(),
        remaining: answers.report(),
      }),
    );
  };

  const translate: typeof Api.translate = (text, options) => {
    const split = writeBoth((options?.allowLoss ?? []).join('\n'), text);
    return engine.call(
      (core) => core.translate(Number(options?.comments ?? false), split),
      (answers) => {
        const body = answers.textOrNull();
        const { changes, findings } = answers.noted();
        if (body !== null) return { body, changes };
        const error = answers.phrase() + (answers.has() ? answers.reason() : '');
        return { body, error, changes, findings };
      },
    );
  };

  const rules = (): Api.RuleInfo[] => fact('rules');
  const documents = (): Api.DocumentInfo[] => fact('documents');

  function form(document: string): Api.FieldInfo[] {
    return fact(`form ${named(document)}`);
  }

  const apiErrors = (): Api.ApiError[] => fact('apiErrors');

  function schema(document: string, draft: '2020-12' | '7' = '2020-12'): Record<string, unknown> {
    if (draft !== '2020-12' && draft !== '7') {
      throw new RangeError(`ctslint: there is no schema of draft ${JSON.stringify(draft)}; there are 2020-12 and 7`);
    }
    const name = `schema ${named(document)}`;
    if (draft === '7') return fact(name);
    const forNone = (key: string, value: unknown) => (FOR_EDITORS.has(key) ? undefined : value);
    const plain: Record<string, unknown> = JSON.parse(text(name), forNone);
    plain.$id = String(plain.$id).replace('draft-07/', '');
    plain.$schema = 'https://json-schema.org/draft/2020-12/schema';
    return plain;
  }

  function request<Body>(document: Api.DocumentName): Api.RequestSchema<Body> {
    const target = (document: Api.DocumentName, { target }: { target: string }) => {
      if (target === 'draft-2020-12') return schema(document);
      if (target === 'draft-07') return schema(document, '7');
      throw new RangeError(`ctslint: there is no schema for ${target}; there are draft-2020-12 and draft-07`);
    };
    return {
      '~standard': {
        version: 1,
        vendor: 'ctslint',
        validate(value) {
          // A form holds `undefined` for what is not there, and `JSON.stringify` leaves it out of what is sent.
          const { findings } = judge(write(value, true), { as: document });
          const issues = findings.filter(({ severity }) => severity === 'error').map(issue);
          return issues.length === 0 ? { value: value as Body } : { issues: issues.sort(byUse) };
        },
        jsonSchema: { input: (options) => target(document, options), output: (options) => target(document, options) },
      },
    };
  }

  return {
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
    fromForm: (values, options) =>
      fromForm(values, options?.as === undefined ? [] : form(options.as), pointers(options?.touched)),
    v1CreateRequest: request('v1-create-request'),
    v3CreateRequest: request('v3-create-request'),
  };
}

const report = (answers: Answers): Api.Report => answers.report();
const findings = (answers: Answers): Api.Finding[] => answers.noted().findings;

/** A name in which halves of surrogate pairs that stand alone are replaced, as they are in UTF-8. */
const wellFormed = (name: string): string => name.replace(/\p{Surrogate}/gu, '\ufffd');

function issue({ rule, message, path, params }: Api.Finding): Api.Issue {
  return { message, path: pointerToPath(path ?? ''), code: rule, params: params ?? {} };
}

/** Of one field, what is wrong with a character helps more than what is wrong with the length; forms show one of them. */
function byUse(left: Api.Issue, right: Api.Issue): number {
  return Number(left.code === 'length-out-of-range') - Number(right.code === 'length-out-of-range');
}
