import type * as Api from '../types/index.d.ts';

// Made by the build from the tables.
import WORDS from 'facts:words';

type Related = { message: string; span?: Api.Span };
type Fact = Api.Params[string];

/** A phrase, taken apart. */
interface Phrase {
  start: string;
  /** The gaps: the fact in it, whether it stands between backticks, and the text after it. */
  gaps: { fact: number; isLiteral: boolean; after: string }[];
}

// In the order of the crate.
const SEVERITIES = ['info', 'warning', 'error'];
const SAFETIES = ['safe', 'unsafe'];
const KINDS = ['moved', 'added', 'dropped', 'lost'];

/** The phrases that were wanted so far, by their numbers. */
const PHRASES: (Phrase | undefined)[] = [];

/** The passages that findings cite, by the numbers that the crate knows them by. */
let known: Map<number, string> | undefined;

const FIELD = /* @__PURE__ */ WORDS.facts.indexOf('field');
const NAME = /* @__PURE__ */ WORDS.facts.indexOf('name');

/** Stands for what is absent. */
const ABSENT = 0xffffffff;

/** Texts of more bytes than this are decoded by the platform. */
const SHORT = 96;

const decoder = typeof TextDecoder === 'undefined' ? undefined : new TextDecoder('utf-8', { ignoreBOM: true });

/** The answers of an instance of the module: numbers, in the order in which the crate ctslint-wasm lays them down. */
export class Answers {
  #memory: { buffer: ArrayBuffer };
  #bytes = new Uint8Array(0);
  #numbers = new Uint32Array(0);
  /** Where the next number is. */
  #at = 0;
  /** The texts that were made for the answer, and where the next one starts. */
  #texts = '';
  #cut = 0;
  /** The facts that were read last, by their numbers. */
  #facts: Fact[] = [];
  /** The texts of the tables by their addresses, which stay the same. One may start where another does. */
  #known = new Map<number, { length: number; text: string }>();

  constructor(memory: { buffer: ArrayBuffer }) {
    this.#memory = memory;
  }

  /** The memory, which is another buffer after it grew. */
  bytes(): Uint8Array {
    if (this.#bytes.buffer !== this.#memory.buffer) {
      this.#bytes = new Uint8Array(this.#memory.buffer);
      this.#numbers = new Uint32Array(this.#memory.buffer);
    }
    return this.#bytes;
  }

  /** Starts with the answer at this address. */
  open(address: number): void {
    const bytes = this.bytes();
    this.#at = address >>> 2;
    const texts = this.number();
    const length = this.number();
    this.#texts = length === 0 ? '' : decoded(bytes.subarray(texts, texts + length));
    this.#cut = 0;
  }

  number(): number {
    return this.#numbers[this.#at++] as number;
  }

  text<Text extends string>(): Text {
    return this.#text() as Text;
  }

  #text(): string {
    const address = this.number();
    const length = this.number();
    if (address === 0) return this.#texts.slice(this.#cut, (this.#cut += length));
    const known = this.#known.get(address);
    if (known !== undefined && known.length === length) return known.text;
    const fresh = decoded(this.#bytes.subarray(address, address + length));
    this.#known.set(address, { length, text: fresh });
    return fresh;
  }

  /** Whether something stands here; passes over what stands for nothing. */
  has(): boolean {
    if (this.#numbers[this.#at] !== ABSENT) return true;
    this.#at++;
    return false;
  }

  textOrNull<Text extends string>(): Text | null {
    return this.has() ? this.text<Text>() : null;
  }

  list<Item>(item: () => Item): Item[] {
    const items: Item[] = [];
    for (let count = this.number(); count > 0; count--) items.push(item());
    return items;
  }

  report(): Api.Report {
    return { document: this.textOrNull(), reason: this.reason(), findings: this.findings() };
  }

  reason(): string {
    const phrase = this.number();
    this.#facts[FIELD] = this.text();
    this.#facts[NAME] = this.text();
    return this.#said(phrase);
  }

  findings(): Api.Finding[] {
    return this.list(() => this.#finding());
  }

  #finding(): Api.Finding {
    const first = this.number();
    const phrases = this.number();
    const params = this.#params();
    const finding = {
      rule: WORDS.rules[first & 0xff],
      severity: SEVERITIES[(first >>> 8) & 0xff],
      message: this.#said(phrases & 0xff),
    } as Api.Finding;
    if ((phrases >>> 16) & 0xff) finding.note = this.#said((phrases >>> 16) & 0xff);
    if (phrases >>> 24) finding.help = this.#said(phrases >>> 24);
    if (this.has()) finding.path = this.text();
    if (this.has()) finding.span = this.#span();
    if ((phrases >>> 8) & 0xff) finding.label = this.#said((phrases >>> 8) & 0xff);
    const related = this.list(() => this.#related(this.#said(first >>> 24)));
    if (related.length > 0) finding.related = related;
    if (this.has()) {
      const safety = SAFETIES[this.number()] as 'safe' | 'unsafe';
      finding.fix = { title: this.#said((first >>> 16) & 0xff), safety, edits: this.list(() => this.#edit()) };
    }
    if (params !== undefined) finding.params = params;
    if (this.has()) finding.source = this.#source();
    if (this.has()) finding.api_error = this.text();
    return finding;
  }

  /** A phrase with the facts that were read last in its gaps. */
  #said(number: number): string {
    const phrase = (PHRASES[number] ??= phraseOf(WORDS.phrases[number] as string));
    let text = phrase.start;
    for (const { fact, isLiteral, after } of phrase.gaps) {
      const value = this.#facts[fact] as Fact;
      if (typeof value === 'string') text += isLiteral && value.includes('`') ? `\` ${value} \`` : value;
      else text += typeof value === 'number' ? value : either(value);
      text += after;
    }
    return text;
  }

  /** Reads the facts of a finding; those of them that it tells. */
  #params(): Api.Params | undefined {
    let params: Api.Params | undefined;
    for (let count = this.number(); count > 0; count--) {
      const kind = this.number();
      const number = kind >>> 2;
      const value = this.#fact(kind & 3);
      this.#facts[number] = value;
      if (number < WORDS.published) (params ??= {})[WORDS.facts[number] as string] = value;
    }
    return params;
  }

  #fact(kind: number): Fact {
    if (kind === 0) return this.list(() => this.text());
    return kind === 1 ? this.text() : this.number() + this.number() * 2 ** 32;
  }

  #span(): Api.Span {
    return { start: this.#position(), end: this.#position() };
  }

  #position(): Api.Position {
    return { offset: this.number(), line: this.number(), column: this.number(), utf16: this.number() };
  }

  #related(message: string): Related {
    const related: Related = { message };
    if (this.has()) related.span = this.#span();
    return related;
  }

  #edit(): Api.Edit {
    return { start: this.number(), end: this.number(), text: this.text() };
  }

  #passage(): string {
    known ??= new Map(WORDS.passages.map((text) => [hash(text), text]));
    return known.get(this.number()) as string;
  }

  #source(): Api.Source {
    const source: Api.Source = { page: this.#passage() };
    if (this.has()) source.quote = this.#passage();
    return source;
  }

  changes(): Api.Change[] {
    return this.list(() => this.#change());
  }

  #change(): Api.Change {
    return {
      kind: KINDS[this.number()] as Api.Change['kind'],
      from: this.textOrNull(),
      to: this.textOrNull(),
      severity: SEVERITIES[this.number()] as Api.Severity,
      message: this.text(),
    };
  }
}

/** Takes a phrase apart: where a gap is stands the character whose number is that of the fact, from 1. */
function phraseOf(coded: string): Phrase {
  const [start, ...parts] = coded.split(/([\x01-\x1f])/);
  const phrase: Phrase = { start: start as string, gaps: [] };
  let before = phrase.start;
  for (let at = 0; at < parts.length; at += 2) {
    const fact = (parts[at] as string).charCodeAt(0) - 1;
    const after = parts[at + 1] as string;
    phrase.gaps.push({ fact, isLiteral: before.endsWith('`'), after });
    before = after;
  }
  return phrase;
}

/** FNV-1a, of a text in which each character is a byte. */
function hash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** "`a`", "`a` or `b`", "`a`, `b` or `c`". */
function either(names: string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}

function decoded(bytes: Uint8Array): string {
  return decoder && bytes.length > SHORT ? decoder.decode(bytes) : decode(bytes);
}

/** Text from UTF-8 that is known to be right. */
export function decode(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++] as number;
    if (first < 0x80) {
      text += String.fromCharCode(first);
      continue;
    }
    let rest = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = first & (0x3f >> rest);
    for (; rest > 0; rest--) code = (code << 6) | ((bytes[at++] as number) & 0x3f);
    text += String.fromCodePoint(code);
  }
  return text;
}
