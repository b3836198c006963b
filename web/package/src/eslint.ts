// The plugin for ESLint: a rule for each rule, and two languages that read JSON however broken it is.
import type * as Api from '../types/eslint.d.ts';
import type { Edit, Finding, Position, RuleInfo, Severity } from '../types/index.d.ts';
import { check, rules as catalogue } from './index.ts';
// Made by the build.
import VERSION from 'facts:version';

const NAMESPACE = 'ctslint';
const DOCS = 'https://github.com/ctslint/ctslint/blob/main/docs/rules.md';

/** The source code of any language: of ours, of `@eslint/json`, of `eslint-plugin-jsonc`. */
interface SourceCode {
  text: string;
  hasBOM?: boolean;
  /** Whether comments are allowed; other languages judge them themselves. */
  allowsComments?: boolean;
  getLocFromIndex?(index: number): Location;
}

interface Location {
  line: number;
  column: number;
}

/** What rules ask of ESLint. */
interface Context {
  sourceCode: SourceCode;
  settings: { ctslint?: Api.Settings };
  report(problem: object): void;
}

const infos = catalogue();

/** All rules are on here: which ones speak, and how loud, is for the configuration of ESLint. */
const severities = Object.fromEntries(infos.map(({ name, severity }) => [name, severity]));

/** What was found in a file, by rule, for the first rule finds it for all. */
const known = new WeakMap<SourceCode, Map<string, Finding[]>>();

function findings(sourceCode: SourceCode, settings: Api.Settings): Map<string, Finding[]> {
  let found = known.get(sourceCode);
  if (found) return found;
  known.set(sourceCode, (found = new Map()));
  const text = sourceCode.hasBOM ? `\ufeff${sourceCode.text}` : sourceCode.text;
  const report = check(text, { comments: sourceCode.allowsComments ?? true, ...settings, severities });
  // Most files are none of a tracker.
  if (report.document === null) return found;
  for (const finding of report.findings) {
    const others = found.get(finding.rule);
    if (others) others.push(finding);
    else found.set(finding.rule, [finding]);
  }
  return found;
}

function rule({ name, opt_in, severity, summary }: RuleInfo): Api.Rule {
  return {
    meta: {
      type: 'problem',
      docs: { description: summary, url: `${DOCS}#${name}`, recommended: !opt_in && severity !== 'info' },
      fixable: 'code',
      hasSuggestions: true,
      schema: [],
    },
    create(given) {
      const context = given as Context;
      const run = () => {
        for (const finding of findings(context.sourceCode, context.settings.ctslint ?? {}).get(name) ?? []) report(context, finding);
      };
      // The root of a JSON file is a document; `jsonc-eslint-parser` makes it a program, as if it was JavaScript.
      return { Document: run, Program: ({ body }) => body?.[0]?.type === 'JSONExpressionStatement' && run() };
    },
  };
}

/** Safe fixes are those that `--fix` applies; the others are suggestions. */
function report(context: Context, { message, help, span, fix }: Finding): void {
  const { sourceCode } = context;
  // ESLint counts without the byte order mark, which stands at -1.
  const shift = sourceCode.hasBOM ? 1 : 0;
  const place = (position: Position): Location => {
    const index = Math.max(0, position.utf16_offset - shift);
    return sourceCode.getLocFromIndex?.(index) ?? { line: position.line, column: position.utf16 };
  };
  const start = { line: 1, column: 1 };
  const edits = (edits: Edit[]) => () => edits.map(({ utf16_start, utf16_end, text }) => ({ range: [utf16_start - shift, utf16_end - shift], text }));
  context.report({
    loc: span ? { start: place(span.start), end: place(span.end) } : { start, end: start },
    message: help ? `${message}; ${help}` : message,
    ...(fix?.safety === 'safe' && { fix: edits(fix.edits) }),
    ...(fix?.safety === 'unsafe' && { suggest: [{ desc: fix.title, fix: edits(fix.edits) }] }),
  });
}

export const meta: Api.Plugin['meta'] = { name: 'ctslint/eslint', version: VERSION, namespace: NAMESPACE };

export const rules = Object.fromEntries(infos.map((info) => [info.name, rule(info)])) as Api.Plugin['rules'];

/** A comment that ESLint reads. */
interface Directive {
  type: string;
  value: string;
  justification: string;
  node: Node;
}

/** A stretch of the text. */
interface Node {
  type: string;
  range: [number, number];
  loc: { start: Location; end: Location };
}

/** A text for ESLint that needs no parser: the checker reads it, and its only node is all of it. */
class Text implements SourceCode {
  readonly text: string;
  readonly hasBOM: boolean;
  readonly allowsComments: boolean;
  readonly ast: Node;
  readonly lines: string[];
  readonly #starts = [0];

  constructor(text: string, hasBOM: boolean, allowsComments: boolean) {
    this.text = text;
    this.hasBOM = hasBOM;
    this.allowsComments = allowsComments;
    this.lines = text.split(/\r\n|[\r\n]/);
    for (const { 0: end, index } of text.matchAll(/\r\n|[\r\n]/g)) this.#starts.push(index + end.length);
    this.ast = this.#node('Document', 0, text.length);
  }

  #node(type: string, start: number, end: number): Node {
    return { type, range: [start, end], loc: { start: this.getLocFromIndex(start), end: this.getLocFromIndex(end) } };
  }

  getLocFromIndex(index: number): Location {
    let [line, above] = [0, this.#starts.length];
    while (above - line > 1) {
      const middle = (line + above) >> 1;
      if ((this.#starts[middle] as number) <= index) line = middle;
      else above = middle;
    }
    return { line: line + 1, column: index - (this.#starts[line] as number) + 1 };
  }

  getLoc = (node: Node) => node.loc;
  getRange = (node: Node) => node.range;
  getText = (node?: Node) => (node ? this.text.slice(...node.range) : this.text);
  getParent = () => undefined;
  getAncestors = () => [];

  *traverse(): Iterable<object> {
    for (const phase of [1, 2]) yield { type: 'visit', kind: 1, phase, target: this.ast, args: [this.ast] };
  }

  getInlineConfigNodes(): Node[] {
    return this.#directives().map(({ node }) => node);
  }

  getDisableDirectives(): { directives: Directive[]; problems: [] } {
    return { directives: this.#directives(), problems: [] };
  }

  /** `eslint-disable-line rule -- reason` and the like, in comments that stand in no string. */
  #directives(): Directive[] {
    if (!this.allowsComments) return [];
    const directives = [];
    for (const { 0: all, 1: line, 2: block, index } of this.text.matchAll(/"(?:\\.|[^"\\\r\n])*"|\/\/([^\r\n]*)|\/\*([^]*?)\*\//g)) {
      const [, type, rest = ''] = /^\s*eslint-(disable(?:-next-line|-line)?|enable)(?:\s+([^]*))?$/.exec(line ?? block ?? '') ?? [];
      if (type === undefined) continue;
      const [value = '', ...reasons] = rest.split(/\s-{2,}\s/);
      directives.push({ type, value: value.trim(), justification: reasons.join(' -- ').trim(), node: this.#node('Comment', index, index + all.length) });
    }
    return directives;
  }
}

function language(allowsComments: boolean): Api.Language {
  return {
    fileType: 'text',
    lineStart: 1,
    columnStart: 1,
    nodeTypeKey: 'type',
    visitorKeys: { Document: [] },
    validateLanguageOptions(options) {
      const [name] = Object.keys(options ?? {});
      if (name !== undefined) throw new TypeError(`ctslint: the language has no option ${name}; as, provider and lang are options of settings.ctslint`);
    },
    parse: ({ body, bom }) => ({ ok: true, ast: new Text(String(body), bom === true, allowsComments) }),
    createSourceCode: (_file, { ast }) => ast,
  };
}

export const languages: Api.Plugin['languages'] = { json: language(false), jsonc: language(true) };

const LEVELS: Record<Severity, 'error' | 'warn' | 'off'> = { error: 'error', warning: 'warn', info: 'off' };

/** What the configurations share: an info is no reason to stop anyone, and ESLint knows none. */
const recommended = Object.fromEntries(infos.map(({ name, opt_in, severity }) => [`${NAMESPACE}/${name}`, opt_in ? 'off' : LEVELS[severity]])) as Api.Config['rules'];

const plugin: Api.Plugin = { meta, rules, languages, configs: {} as Api.Plugin['configs'] };
const plugins = { [NAMESPACE]: plugin };
plugin.configs.rules = { name: 'ctslint/rules', files: ['**/*.json', '**/*.jsonc'], plugins, rules: recommended };
plugin.configs.recommended = (['json', 'jsonc'] as const).map((kind) => ({
  name: `ctslint/recommended/${kind}`,
  files: [`**/*.${kind}`],
  language: `${NAMESPACE}/${kind}`,
  plugins,
  rules: recommended,
}));

export const configs = plugin.configs;

export default plugin;
