import type * as Api from '../types/index.d.ts';
// Made by the build: the params that a finding shows; the others serve messages only.
import NAMES from 'facts:names';

/** A param: a name, a number, a list, or another message, by its id. */
type Param = string | number | string[] | { id: string };
export type Params = Record<string, Param>;

/** A message, by its id. */
interface Message {
  id: string;
  params?: Params;
}

// What the module gives: what the package gives, with ids where there are messages.
export type Bare<Worded> = Omit<Worded, 'params' | 'message_id' | 'text'> & { params?: Params };
export interface BareReport {
  document: Api.Report['document'];
  reason: Message;
  detection: Api.Report['detection'];
  findings: Bare<Api.Finding>[];
}
export interface BareTranslation {
  body: string | null;
  error: Message | null;
  /** What stands behind the message, where it ends in a reason. */
  reason: Message | null;
  changes: Bare<Api.Change>[];
  findings: Bare<Api.Finding>[];
}

export interface BareComparison {
  request: Api.DocumentName | null;
  answer: Api.DocumentName | null;
  tracker: string | null;
  changes: boolean;
  differences: Bare<Api.Difference>[];
  error: Message | null;
  /** What stands behind the message, where it ends in a reason. */
  reason: Message | null;
  findings: Bare<Api.Finding>[];
}

/** A template, taken apart: texts, and gaps between them. A literal stands between backticks. */
type Template = (string | { name: string; isLiteral: boolean })[];

/** Puts what the module gives into the words of a catalogue. */
export class Words {
  /** The tag of the language. */
  readonly language: string;
  #messages: Api.Locale['messages'];
  #templates = new Map<string, Template>();

  constructor({ name, messages }: Api.Locale) {
    this.language = name;
    this.#messages = messages;
  }

  say(id: string, params: Params = {}): string {
    let template = this.#templates.get(id);
    if (!template) this.#templates.set(id, (template = parts(this.#messages[id] ?? id)));
    let said = '';
    for (const part of template) said += typeof part === 'string' ? part : this.#param(part.name, params, part.isLiteral);
    return said;
  }

  /** What fills a gap. */
  #param(name: string, params: Params, isLiteral: boolean): string | number {
    const param = params[name];
    // A literal with backticks gets more of them.
    if (typeof param === 'string') return isLiteral && param.includes('`') ? `\` ${param} \`` : param;
    if (Array.isArray(param)) return this.#list(param, name === 'losses' || name === 'missing' ? 'list-and' : 'list-or');
    return typeof param === 'object' ? this.say(param.id, params) : (param ?? '');
  }

  /** "`a`", "`a` or `b`", "`a`, `b` or `c`". */
  #list(names: string[], last: string): string {
    const literals = names.map((name) => `\`${name}\``);
    const end = literals.pop() ?? '';
    return literals.length === 0 ? end : literals.join(this.say('list-comma')) + this.say(last) + end;
  }

  /** The text of a message. */
  text({ id, params }: Message): string {
    return this.say(id, params);
  }

  report({ document, reason, detection, findings }: BareReport, most = Infinity): Api.Report {
    const worded = findings.slice(0, most).map((finding) => this.finding(finding));
    return { document, reason: this.text(reason), detection: copy(detection), findings: worded };
  }

  finding(bare: Bare<Api.Finding>): Api.Finding {
    const { params, fix } = bare;
    const message = this.say(bare.message, params);
    const text = message.includes('`') ? { text: plain(message) } : {};
    const finding: Api.Finding = { rule: bare.rule, severity: bare.severity, message, ...text, message_id: bare.message };
    if (bare.note) finding.note = this.say(bare.note, params);
    if (bare.help) finding.help = this.say(bare.help, params);
    if (bare.path !== undefined) finding.path = bare.path;
    if (bare.span) finding.span = bare.span;
    if (bare.label) finding.label = this.say(bare.label, params);
    if (bare.related) finding.related = bare.related.map((other) => ({ ...other, message: this.say(other.message, params) }));
    if (fix) finding.fix = { title: this.say(fix.title, params), safety: fix.safety, edits: fix.edits };
    const shown = params && this.#published(params);
    if (shown) finding.params = shown;
    if (bare.source) finding.source = bare.source;
    if (bare.api_error) finding.api_error = bare.api_error;
    return finding;
  }

  #published(params: Params): Api.Params | undefined {
    let shown: Api.Params | undefined;
    for (const name of Object.keys(params)) {
      const param = params[name] as Param;
      if (NAMES.params.includes(name)) (shown ??= {})[name] = typeof param === 'object' && 'id' in param ? this.say(param.id, params) : param;
    }
    return shown;
  }

  translation({ body, error, reason, changes, findings }: BareTranslation): Api.Translation {
    const worded = changes.map(({ kind, from = null, to = null, severity, message, params }) => ({
      kind,
      from,
      to,
      severity,
      message: this.say(message, params),
    }));
    if (body !== null) return { body, changes: worded };
    return { body: null, error: this.#why(error, reason), changes: worded, findings: findings.map((finding) => this.finding(finding)) };
  }

  comparison({ request, answer, tracker, changes, differences, error, reason, findings }: BareComparison): Api.Comparison {
    const worded = differences.map(({ kind, path, old = null, new: value = null, message, params }) => ({
      kind,
      path,
      old,
      new: value,
      message: this.say(message, params),
    }));
    if (request !== null && answer !== null && tracker !== null) return { request, answer, tracker, changes, differences: worded };
    return { changes: null, error: this.#why(error, reason), findings: findings.map((finding) => this.finding(finding)) };
  }

  /** An error, and the reason that some end in. */
  #why(...parts: (Message | null)[]): string {
    return parts.map((part) => (part ? this.text(part) : '')).join('');
  }

  field(bare: Api.FieldInfo): Api.FieldInfo {
    bare.label = this.say(bare.label);
    bare.hint = bare.hint && this.say(bare.hint);
    for (const value of bare.enum ?? []) value.text = this.say(value.text);
    return bare;
  }
}

/** A copy of what a report shares with others: those without findings are made once. */
export function copy({ kind, fields }: Api.DetectedBy): Api.DetectedBy {
  return { kind, fields: [...fields] };
}

/** A message without the backticks around its literals; a literal with backticks stands between two of them on each side. */
function plain(message: string): string {
  return message.replace(/`` (.*?) ``|`([^`]*)`?/gs, (_, inner: string | undefined, literal: string | undefined) => inner ?? literal ?? '');
}

/** Takes a template apart. */
function parts(template: string): Template {
  const parts: Template = [];
  let text = '';
  for (const part of template.match(/\{\{|\}\}|\{\w+\}|[^{}]+/g) ?? []) {
    if (part.length > 2 && part[0] === '{') {
      parts.push(text, { name: part.slice(1, -1), isLiteral: text.endsWith('`') });
      text = '';
    } else text += part === '{{' || part === '}}' ? part[0] : part;
  }
  return [...parts, text];
}
