// What a text is to an editor, in the terms of the Language Server Protocol: the same as crates/ctslint-cli/src/lsp tells, over the
// npm package. The server and the extension are thin around it.
import { check, documents, fix, form, translate, type DocumentName, type Explanations, type FieldInfo, type Finding, type Locale, type Options, type Report } from 'ctslint';
import { explain } from 'ctslint/explain';
import explainDe from 'ctslint/explain/de';
import explainZh from 'ctslint/explain/zh';
import de from 'ctslint/locale/de';
import zh from 'ctslint/locale/zh';
import { parseTree, type Node } from 'jsonc-parser';
import type { CodeAction, CompletionItem, Diagnostic, DocumentSymbol, Hover, Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** What an editor wishes; the names are those of `ctslint.toml` where it has them. */
export interface Wishes {
  /** `en`, `de` or `zh`; with a region too. */
  language?: string;
  document?: Options['as'];
  provider?: Options['provider'];
  severities?: Options['severities'];
}

/** The kinds of actions that are no quick fixes. */
export const FIX_ALL = 'source.fixAll.ctslint';
export const TRANSLATE = 'refactor.rewrite.ctslint';

const RULES = 'https://github.com/ctslint/ctslint/blob/main/docs/rules.md#';
/** The largest text that is checked, in bytes. */
const LARGEST = 20_000_000;
const SEVERITIES = { error: 1, warning: 2, info: 3 } as const;
/** Kinds of symbols by the types of jsonc-parser, and those of completions. */
const SYMBOLS: Record<string, DocumentSymbol['kind']> = { object: 19, array: 18, string: 15, number: 16, boolean: 17 };
const COMPLETION = { property: 10, value: 12, enumMember: 20, struct: 22 } as const;

/** The few texts that the package does not have. */
const TEXTS = {
  en: {
    all: 'fix everything that can be fixed safely',
    v3: (file: string, losses: string[]) => `translate to v3, into \`${file}\`${losses.length ? `, and lose ${list(losses, ', ', ' and ')}` : ''}`,
    huge: 'not checked: it is larger than 20 MB',
  },
  de: {
    all: 'alles beheben, was sich sicher beheben lässt',
    v3: (file: string, losses: string[]) => `nach v3 übersetzen, in \`${file}\`${losses.length ? `, und ${list(losses, ', ', ' und ')} verlieren` : ''}`,
    huge: 'nicht geprüft: größer als 20 MB',
  },
  zh: {
    all: '修复所有可以安全修复的问题',
    v3: (file: string, losses: string[]) => `转换为 v3，写入 \`${file}\`${losses.length ? `，并丢失 ${list(losses, '、', ' 和 ')}` : ''}`,
    huge: '未检查：大于 20 MB',
  },
};
const LOCALES: Record<string, Locale | undefined> = { de, zh };
const EXPLANATIONS: Record<string, Explanations | undefined> = { de: explainDe, zh: explainZh };

/** A document with what was found in it. */
export class Checked {
  readonly report: Report | undefined;
  /** Why the wishes can't be followed, if so. */
  private readonly problem: string | undefined;
  private readonly language: keyof typeof TEXTS;
  private readonly options: Options;
  private nodes: Placed[] | undefined;

  constructor(
    readonly document: TextDocument,
    wishes: Wishes = {},
  ) {
    const language = wishes.language?.split(/[-_]/)[0] ?? 'en';
    this.language = language in TEXTS ? (language as keyof typeof TEXTS) : 'en';
    const { document: as, provider, severities } = wishes;
    const comments = /\.jsonc$/i.test(document.uri) || (document.languageId === 'jsonc' && !/\.json$/i.test(document.uri));
    this.options = { comments, as, provider, severities, lang: LOCALES[this.language] };
    if (this.isHuge()) return;
    try {
      this.report = check(document.getText(), this.options);
    } catch (error) {
      // A name in the settings that there is not.
      this.problem = (error as Error).message;
      this.report = check(document.getText());
    }
  }

  /** Whether something is to be said of it: it is of CTS by its content or by its name. */
  isOfCts(): boolean {
    return this.report !== undefined && (this.report.document !== null || this.isNamed());
  }

  diagnostics(): Diagnostic[] {
    if (this.isHuge()) return [{ range: { start: START, end: START }, severity: 3, source: 'ctslint', message: TEXTS[this.language].huge }];
    if (!this.isOfCts()) return [];
    if (this.problem !== undefined) return [{ range: { start: START, end: START }, severity: 1, source: 'ctslint', message: this.problem }];
    return this.report!.findings.map((finding) => this.diagnostic(finding));
  }

  private diagnostic(finding: Finding): Diagnostic {
    const { rule, severity, message, label, note, help, related, span } = finding;
    const lines = [message, note === undefined && help === undefined ? label : undefined, note, help];
    const places = related?.map((other) => ({ location: { uri: this.document.uri, range: rangeOf(other.span) }, message: other.message }));
    return {
      range: rangeOf(span),
      severity: SEVERITIES[severity],
      code: rule,
      codeDescription: { href: RULES + rule },
      source: 'ctslint',
      message: lines.filter((line) => line !== undefined).join('\n'),
      ...(places?.length ? { relatedInformation: places } : {}),
    };
  }

  /** What can be done in a range. `only` are kinds that are wished; while the cursor moves, only what is beside it is offered. */
  actions(range: Range, only?: string[], isAutomatic = false): CodeAction[] {
    if (!this.isOfCts() || this.problem !== undefined) return [];
    const { findings } = this.report!;
    const isWanted = (kind: string) => only?.some((wish) => wish === '' || `${kind}.`.startsWith(`${wish}.`)) ?? true;
    const actions: CodeAction[] = [];
    const meets = ({ span }: Finding) => compare(rangeOf(span).start, range.end) <= 0 && compare(range.start, rangeOf(span).end) <= 0;
    for (const finding of isWanted('quickfix') ? findings.filter(meets) : []) {
      if (!finding.fix) continue;
      actions.push({
        title: finding.fix.title,
        kind: 'quickfix',
        diagnostics: [this.diagnostic(finding)],
        ...(finding.fix.safety === 'safe' ? { isPreferred: true } : {}),
        edit: this.edit(this.edits(finding.fix.edits)),
      });
    }
    const isInvoked = !isAutomatic || only !== undefined;
    if (isInvoked && isWanted(FIX_ALL) && findings.some((finding) => finding.fix?.safety === 'safe')) {
      const edit = this.fixAll();
      if (edit) actions.push({ title: TEXTS[this.language].all, kind: FIX_ALL, edit: this.edit([edit]) });
    }
    if (isInvoked && isWanted(TRANSLATE)) actions.push(...this.translation());
    return actions;
  }

  /** The edit that applies all safe fixes. */
  fixAll(): TextEdit | undefined {
    const old = this.document.getText();
    const { text } = fix(old, this.options);
    if (text === old) return undefined;
    let [start, end] = [0, 0];
    while (start < old.length && old[start] === text[start]) start += 1;
    while (end < Math.min(old.length, text.length) - start && old.at(-1 - end) === text.at(-1 - end)) end += 1;
    return { range: this.range(start, old.length - end), newText: text.slice(start, text.length - end) };
  }

  /** The v3 body of a v1 body as a new file beside the document. */
  translation(): CodeAction[] {
    const { provider, comments, lang } = this.options;
    if (!/^v1-.*-request$/.test(this.report?.document ?? '')) return [];
    const options = { provider, comments, lang };
    let translated = translate(this.document.getText(), options);
    // What would be lost is accepted by whoever chooses the action, whose title says it.
    const lost = translated.body === null ? translated.changes.filter(({ severity }) => severity === 'error') : [];
    const losses = lost.map(({ from }) => (from ?? '').slice(1).replaceAll('/', '.'));
    if (losses.length) translated = translate(this.document.getText(), { ...options, allowLoss: losses });
    if (translated.body === null) return [];
    const start = this.document.uri.search(/[^/:]*$/);
    const [name = '', ...endings] = this.document.uri.slice(start).split('.');
    const uri = this.document.uri.slice(0, start) + [name, 'v3', ...endings].join('.');
    const edits = [{ range: { start: START, end: START }, newText: translated.body }];
    const edit: WorkspaceEdit = { documentChanges: [{ kind: 'create', uri }, { textDocument: { uri, version: null }, edits }] };
    const title = TEXTS[this.language].v3(decodeURIComponent(uri.slice(start)), losses.map((name) => `\`${name}\``));
    return [{ title, kind: TRANSLATE, edit }];
  }

  hover(position: Position): Hover | null {
    const offset = this.document.offsetAt(position);
    for (const { node, key, pointer } of this.outline()) {
      const holds = (other: Node | undefined) => other !== undefined && other.offset <= offset && offset < other.offset + other.length;
      const at = holds(key) ? key! : !node.children && holds(node) ? node : undefined;
      if (!at) continue;
      const text = this.explanation(pointer);
      if (text === undefined) return null;
      const choice = at === node ? this.field(pointer)?.enum?.find(({ value }) => value === node.value) : undefined;
      const value = (choice ? `\`${choice.value}\`: ${choice.text}\n\n` : '') + text;
      return { contents: { kind: 'markdown', value }, range: this.range(at.offset, at.offset + at.length) };
    }
    return null;
  }

  completion(position: Position, hasSnippets: boolean): CompletionItem[] {
    if (!this.isOfCts()) return [];
    const text = this.document.getText();
    const spot = this.spot(this.document.offsetAt(position), text);
    if (!spot) return [];
    const suggestions = 'object' in spot ? this.keys(spot, text) : this.values(spot.pointer);
    const comma = text.slice(spot.end).trimStart().startsWith('"') ? ',' : '';
    const offset = this.document.offsetAt(position);
    const isQuoted = text.slice(spot.start, offset).startsWith('"');
    const behind = isQuoted && text.slice(offset, spot.end).endsWith('"') ? '"' : '';
    return suggestions.map(({ text: suggested, ...rest }, index) => {
      const isSnippet = hasSnippets && suggested.includes('$');
      let newText = suggested + comma;
      if (!isSnippet) newText = newText.replaceAll('$1', '').replaceAll('\\$', '$');
      // What is replaced begins behind the quotation mark that stands there, and editors compare what is typed with what they complete.
      const inner = isQuoted && newText.startsWith('"') ? 1 : 0;
      return {
        ...rest,
        sortText: String(index).padStart(3, '0'),
        filterText: rest.label.replace(/^"+|"+$/g, '') + behind,
        ...(isSnippet ? { insertTextFormat: 2 as const } : {}),
        textEdit: { range: this.range(spot.start + inner, spot.end), newText: newText.slice(inner) },
      };
    });
  }

  symbols(): DocumentSymbol[] {
    if (!this.isOfCts()) return [];
    const made = new Map<Node, DocumentSymbol>();
    let top: DocumentSymbol[] = [];
    for (const { node, key, pointer, parent } of this.outline()) {
      const { start, end } = this.range(key?.offset ?? node.offset, node.offset + node.length);
      const text = this.document.getText().slice(node.offset, node.offset + node.length);
      const symbol: DocumentSymbol = {
        name: (key ? (key.value as string) : pointer.split('/').at(-1)) || '""',
        ...(node.children ? {} : { detail: [...text].slice(0, 60).join('') }),
        kind: SYMBOLS[node.type] ?? 21,
        range: { start, end },
        selectionRange: key ? this.range(key.offset, key.offset + key.length) : { start, end },
      };
      made.set(node, symbol);
      if (parent) (made.get(parent)!.children ??= []).push(symbol);
      else top = symbol.children ??= [];
    }
    return top;
  }

  /** Every value with its key and its JSON Pointer, a container before what is in it. */
  private outline(): Placed[] {
    if (this.nodes) return this.nodes;
    const root = this.isOfCts() ? parseTree(this.document.getText(), [], { allowTrailingComma: true, disallowComments: false }) : undefined;
    const all: Placed[] = [];
    const visit = (node: Node, pointer: string, key?: Node, parent?: Node) => {
      // What is not closed ends with its content.
      if (node.children) (node as { length: number }).length = this.document.getText().slice(node.offset, node.offset + node.length).trimEnd().length;
      all.push({ node, key, pointer, parent });
      node.children?.forEach((child, index) => {
        if (child.type !== 'property') return visit(child, `${pointer}/${index}`, undefined, node);
        const [name, value] = child.children ?? [];
        if (!name) return;
        const end = child.colonOffset === undefined ? name.offset + name.length : child.colonOffset + 1;
        const missing: Node = { type: 'null', offset: end, length: 0 };
        visit(value ?? missing, `${pointer}/${String(name.value).replaceAll('~', '~0').replaceAll('/', '~1')}`, name, node);
      });
    };
    if (root) visit(root, '');
    return (this.nodes = all);
  }

  /** What stands at an offset: a key of an object, the value at a pointer, or the place for either. */
  private spot(offset: number, text: string): Spot | undefined {
    const nodes = this.outline();
    const isToken = ({ offset: start, length }: Node) => {
      const isClosed = length > 1 && text[start + length - 1] === '"';
      return start < offset && (isClosed ? offset < start + length : offset <= start + length);
    };
    for (const { node, key, pointer, parent } of nodes) {
      if (key && parent && isToken(key)) return { object: parent, start: key.offset, end: key.offset + key.length };
      if (!node.children && isToken(node)) return { pointer, start: node.offset, end: node.offset + node.length };
    }
    const empty = { start: offset, end: offset };
    if (text.trim() === '') return { pointer: '', ...empty };
    const isOpen = ({ offset: start, length, type }: Node) => text[start + length - 1] !== (type === 'array' ? ']' : '}') || length < 2;
    const container = nodes.findLast(({ node }) => node.children && node.offset < offset && (offset < node.offset + node.length || isOpen(node)));
    const before = container && text.slice(container.node.offset, offset).trimEnd().at(-1);
    if (!container || before === undefined) return undefined;
    if (container.node.type === 'array') return '[,'.includes(before) ? { pointer: `${container.pointer}/0`, ...empty } : undefined;
    if ('{,'.includes(before)) return { object: container.node, ...empty };
    const member = nodes.findLast(({ key, parent }) => parent === container.node && key && key.offset + key.length <= offset);
    return before === ':' && member ? { pointer: member.pointer, ...empty } : undefined;
  }

  /** The fields that an object does not have yet, those first that it must have. */
  private keys({ object, start, end }: Spot & { object: Node }, text: string): Suggestion[] {
    const nodes = this.outline();
    const pointer = nodes.find(({ node }) => node.offset === object.offset && node.children)?.pointer ?? '';
    const there = nodes.filter(({ parent, key }) => parent?.offset === object.offset && key && (key.offset !== start || key.offset + key.length !== end));
    const hasColon = text.slice(end).trimStart().startsWith(':');
    const fields = this.fieldsOf(pointer).filter(({ name }) => !there.some(({ key }) => key!.value === name));
    fields.sort((left, right) => Number(right.required) - Number(left.required));
    return fields.map((field) => {
      const documentation = this.explanation(`${pointer}/${field.name}`);
      return {
        label: field.name,
        text: `"${field.name}"` + (hasColon ? '' : `: ${this.skeleton(field)}`),
        kind: COMPLETION.property,
        detail: field.label,
        ...(documentation === undefined ? {} : { documentation: { kind: 'markdown' as const, value: documentation } }),
      };
    });
  }

  /** The values that a field can have. */
  private values(pointer: string): Suggestion[] {
    const field = this.field(pointer);
    if (!field) return this.place(pointer).pointer === '' ? [this.whole(this.fieldsOf(pointer))] : [];
    const plain = (label: string) => ({ label, text: label.replaceAll('$', '\\$'), kind: COMPLETION.value });
    const suggestions: Suggestion[] = [];
    if (field.type === 'object') suggestions.push(this.whole(this.fieldsOf(pointer)));
    else if (field.type === 'array' && !/\/\d+$/.test(pointer)) suggestions.push({ ...plain('[]'), text: '[$1]' });
    else if (field.type === 'boolean') suggestions.push(plain('true'), plain('false'));
    else suggestions.push(...(field.enum ?? []).map(({ value, text }) => ({ ...plain(`"${value}"`), kind: COMPLETION.enumMember, detail: text })));
    const isScalar = field.type !== 'array' && field.type !== 'object';
    for (const value of [field.default === undefined ? undefined : JSON.stringify(field.default), isScalar ? field.example : undefined]) {
      if (value !== undefined && suggestions.every(({ label }) => label !== value)) suggestions.push(plain(value));
    }
    return suggestions;
  }

  /** An object with the fields that it must have. */
  private whole(fields: FieldInfo[]): Suggestion {
    const required = fields.filter((field) => field.required);
    let hasPlace = false;
    const members = required.map((field) => {
      const value = this.skeleton(field);
      const text = hasPlace ? value.replaceAll('$1', '') : value;
      hasPlace ||= text.includes('$1');
      return `"${field.name}": ${text}`;
    });
    const names = required.map(({ name }) => name).join(', ');
    return { label: '{}', text: `{${members.join(', ') || '$1'}}`, kind: COMPLETION.struct, ...(names ? { detail: names } : {}) };
  }

  /** The beginning of a value. */
  private skeleton(field: FieldInfo): string {
    if (field.type === 'string' && field.enum?.length === 1) return `"${field.enum[0]!.value}"`;
    if (field.type === 'string') return typeof field.default === 'string' ? `"${field.default}"` : '"$1"';
    if (field.type === 'object') return this.whole(this.fieldsOf(field.path)).text;
    return field.type === 'array' ? '[$1]' : '$1';
  }

  private fieldsOf(pointer: string): FieldInfo[] {
    const place = this.place(pointer);
    const inside = ({ path }: FieldInfo) => path.slice(0, path.lastIndexOf('/')) === place.pointer;
    return this.form(place.document).filter(inside);
  }

  private field(pointer: string): FieldInfo | undefined {
    const place = this.place(pointer);
    const array = place.pointer.replace(/\/\d+$/, '');
    return this.form(place.document).find(({ path, type }) => path === place.pointer || (type === 'array' && path === array && array !== place.pointer));
  }

  /** What is to be said of a field, in Markdown. */
  private explanation(pointer: string): string | undefined {
    const field = this.field(pointer);
    const place = this.place(pointer);
    const name = `${SHORT[place.document]}:${field?.path ?? place.pointer}`;
    const text = explain(name, { lang: EXPLANATIONS[this.language] })?.text;
    if (text === undefined) return undefined;
    const label = field ? `**${field.label}** · ` : '';
    return `${label}\`${name}\`\n\n${text.slice(text.indexOf('\n\n') + 2)}`;
  }

  /** The document at a pointer: of a place in a list, that of the item. */
  private place(pointer: string): { document: DocumentName; pointer: string } {
    const document = this.report?.document ?? (this.options.provider === 'huawei' ? 'huawei-v3-create-request' : 'v3-create-request');
    const [, item] = (document === 'v3-list-response' && /^\/trackers\/\d+(.*)$/s.exec(pointer)) || [];
    if (item !== undefined) return { document: 'v3-create-response', pointer: item };
    return { document, pointer: document === 'v1-query-response' ? pointer.replace(/^\/\d+/, '') : pointer };
  }

  private form(document: DocumentName): FieldInfo[] {
    return form(document, { lang: this.options.lang });
  }

  private isNamed(): boolean {
    return /\.cts\.json$/i.test(this.document.uri);
  }

  private isHuge(): boolean {
    const text = this.document.getText();
    return text.length * 3 > LARGEST && new TextEncoder().encode(text).length > LARGEST;
  }

  /** Edits of bytes as edits of places. */
  private edits(edits: { start: number; end: number; text: string }[]): TextEdit[] {
    const bytes = new TextEncoder().encode(this.document.getText());
    const units = (end: number) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, end)).length;
    return edits.map(({ start, end, text }) => ({ range: this.range(units(start), units(end)), newText: text }));
  }

  private edit(edits: TextEdit[]): WorkspaceEdit {
    const { uri, version } = this.document;
    return { documentChanges: [{ textDocument: { uri, version }, edits }] };
  }

  private range(start: number, end: number): Range {
    return { start: this.document.positionAt(start), end: this.document.positionAt(end) };
  }
}

interface Placed {
  node: Node;
  key: Node | undefined;
  pointer: string;
  parent: Node | undefined;
}

type Spot = { start: number; end: number } & ({ object: Node } | { pointer: string });

/** Something that may be written; `$1` in its text is the place to go on. */
type Suggestion = Pick<CompletionItem, 'label' | 'kind' | 'detail' | 'documentation'> & { text: string };

const START: Position = { line: 0, character: 0 };
/** The names by which fields name their documents. */
const SHORT = Object.fromEntries(documents().map(({ name, short }) => [name, short ?? name]));

function rangeOf(span: Finding['span']): Range {
  const place = (at: { line: number; utf16: number }) => ({ line: at.line - 1, character: at.utf16 - 1 });
  return span ? { start: place(span.start), end: place(span.end) } : { start: START, end: START };
}

function compare(left: Position, right: Position): number {
  return left.line - right.line || left.character - right.character;
}

function list(names: string[], comma: string, last: string): string {
  return names.map((name, index) => (index === 0 ? '' : index === names.length - 1 ? last : comma) + name).join('');
}
