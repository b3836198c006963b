import type * as Api from '../types/index.d.ts';

// Made by the build from the tables.
import WORDS from 'facts:words';

type Fact = Api.Params[string];

/** A phrase, taken apart: the text before each gap, the fact in it, and the text after the last one. */
interface Phrase {
  texts: string[];
  facts: number[];
  /** Whether the gap stands between backticks. */
  areLiteral: boolean[];
}

// In the order of the crate.
const SEVERITIES: Api.Severity[] = ['info', 'warning', 'error'];
const SAFETIES: ('safe' | 'unsafe')[] = ['safe', 'unsafe'];
const KINDS: Api.Change['kind'][] = ['moved', 'added', 'dropped', 'lost'];

// The notes on a finding, in the order of the crate, and how many numbers each has.
const FIXED = 0;
const MADE = 1;
const ITEM = 2;
const CITED = 3;
const NUMBER = 4;
const PLACE = 5;
const RELATED = 6;
const FIX = 7;
const EDIT = 8;
const PAGE = 9;
const QUOTE = 10;
const CHANGE = 11;
const NUMBERS = 4;

/** The phrases that were wanted so far, by their numbers. */
const PHRASES: (Phrase | undefined)[] = [];

/** The passages that findings cite, by the numbers that the crate knows them by. */
let passages: string[] | undefined;

const [FIELD, NAME, POINTER, TO, REPLACEMENT, API_ERROR] = /* @__PURE__ */ [
  'field',
  'name',
  'pointer',
  'to',
  'replacement',
  'api_error',
].map((name) => WORDS.facts.indexOf(name)) as [number, number, number, number, number, number];

/** How many numbers passages can have. */
const HASHES = 4096;

/** Stands for what is absent. */
const ABSENT = 0xffffffff;

/** Texts of more bytes than this are decoded by the platform. */
const SHORT = 96;

const decoder = typeof TextDecoder === 'undefined' ? undefined : new TextDecoder('utf-8', { ignoreBOM: true });

/** Texts that were made for an answer, one behind the other. */
class Texts {
  #bytes: Uint8Array;
  #all: string;
  #isPlain: boolean;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#all = decoded(bytes);
    this.#isPlain = this.#all.length === bytes.length;
  }

  /** The text of these bytes. Where each character is one byte, all were decoded together. */
  part(start: number, end: number): string {
    return this.#isPlain ? this.#all.slice(start, end) : decoded(this.#bytes.subarray(start, end));
  }
}

/** The answers of an instance of the module: numbers, in the order in which the core lays them down. */
export class Answers {
  #memory: { buffer: ArrayBuffer };
  #bytes = new Uint8Array(0);
  #numbers = new Uint32Array(0);
  /** Where the next number is. */
  #at = 0;
  /** The texts that were made for the answer, and where the next one starts. */
  #texts: Texts | undefined;
  #cut = 0;
  /** The facts that were read last, by their numbers. */
  #facts: (Fact | undefined)[] = [];
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
    this.bytes();
    this.#at = address >>> 2;
    this.#texts = this.#made();
    this.#cut = 0;
  }

  number(): number {
    return this.#numbers[this.#at++] as number;
  }

  /** The texts that the next two numbers speak of. */
  #made(): Texts | undefined {
    const start = this.number();
    const length = this.number();
    return length === 0 ? undefined : new Texts(this.#bytes.subarray(start, start + length));
  }

  text<Text extends string>(): Text {
    const address = this.number();
    const length = this.number();
    if (address !== 0) return this.#fixed(address, length) as Text;
    const start = this.#cut;
    this.#cut += length;
    return (length === 0 ? '' : (this.#texts as Texts).part(start, this.#cut)) as Text;
  }

  /** A text of the tables. */
  #fixed(address: number, length: number): string {
    const known = this.#known.get(address);
    if (known !== undefined && known.length === length) return known.text;
    const text = decoded(this.#bytes.subarray(address, address + length));
    this.#known.set(address, { length, text });
    return text;
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

  report(): Api.Report {
    return { document: this.textOrNull(), reason: this.reason(), findings: this.noted().findings };
  }

  reason(): string {
    const phrase = this.number();
    this.#facts[FIELD] = this.text();
    this.#facts[NAME] = this.text();
    return this.#said(phrase);
  }

  /** A phrase with the facts that were read last. */
  phrase(): string {
    return this.#said(this.number());
  }

  /** Reads what was noted down, and puts it into words. */
  noted(): { findings: Api.Finding[]; changes: Api.Change[] } {
    const findings: Api.Finding[] = [];
    const changes: Api.Change[] = [];
    const numbers = this.#numbers;
    const facts = this.#facts;
    let at = this.number() >>> 2;
    const end = at + this.number() * NUMBERS;
    let position = this.number() >>> 2;
    const texts = this.#made() as Texts;
    const span = (): Api.Span => {
      const start = this.#position(position);
      position += 8;
      return { start, end: this.#position(position - 4) };
    };
    let params: Api.Params | undefined;
    let list: string[] = [];
    let place: Api.Span | undefined;
    let related: Api.Span[] | undefined;
    let safety: 'safe' | 'unsafe' | undefined;
    let edits: Api.Edit[] = [];
    let source: Api.Source | undefined;
    for (; at < end; at += NUMBERS) {
      const first = numbers[at + 1] as number;
      const second = numbers[at + 2] as number;
      const kind = (numbers[at] as number) & 0xff;
      switch (kind) {
        case FIXED:
        case MADE:
        case CITED:
        case NUMBER: {
          let fact = second;
          let value: Fact = first;
          if (kind < CITED) {
            fact = numbers[at + 3] as number;
            value = kind === FIXED ? this.#fixed(first, second) : first === second ? '' : texts.part(first, second);
          } else if (kind === CITED) {
            value = passage(first);
          }
          fact &= 0xff;
          facts[fact] = value;
          if (fact < WORDS.published) (params ??= {})[WORDS.facts[fact] as string] = value;
          break;
        }
        case ITEM: {
          const fact = (numbers[at + 3] as number) & 0xff;
          if (facts[fact] !== list) {
            list = [];
            facts[fact] = list;
            (params ??= {})[WORDS.facts[fact] as string] = list;
          }
          list.push(this.#fixed(first, second));
          break;
        }
        case PLACE:
          place = span();
          break;
        case RELATED:
          (related ??= []).push(span());
          break;
        case FIX:
          safety = SAFETIES[first & 0xff];
          break;
        case EDIT:
          edits.push({ start: first, end: second, text: facts[REPLACEMENT] as string });
          break;
        case PAGE:
          source = { page: passage(first) };
          break;
        case QUOTE:
          (source as Api.Source).quote = passage(first);
          break;
        case CHANGE:
          changes.push({
            kind: KINDS[first & 0xff] as Api.Change['kind'],
            from: (facts[POINTER] as string | undefined) ?? null,
            to: (facts[TO] as string | undefined) ?? null,
            severity: SEVERITIES[(first >>> 8) & 0xff] as Api.Severity,
            message: this.#said((first >>> 16) & 0xff),
          });
          facts[POINTER] = facts[TO] = undefined;
          break;
        default: {
          // The last note: rule, severity and the phrases, a byte each.
          const help = (second >>> 8) & 0xff;
          const finding = {
            rule: WORDS.rules[first & 0xff],
            severity: SEVERITIES[(first >>> 8) & 0xff],
            message: this.#said((first >>> 16) & 0xff),
          } as Api.Finding;
          if (second & 0xff) finding.note = this.#said(second & 0xff);
          if (help) finding.help = this.#said(help);
          if (facts[POINTER] !== undefined) finding.path = facts[POINTER] as string;
          if (place) finding.span = place;
          if (first >>> 24) finding.label = this.#said(first >>> 24);
          if (related) {
            const message = this.#said(second >>> 24);
            finding.related = related.map((span) => ({ message, span }));
          }
          if (safety) {
            const title = (second >>> 16) & 0xff;
            finding.fix = { title: title === help ? (finding.help as string) : this.#said(title), safety, edits };
          }
          if (params) finding.params = params;
          if (source) finding.source = source;
          if (facts[API_ERROR] !== undefined) finding.api_error = facts[API_ERROR] as string;
          findings.push(finding);
          facts[POINTER] = facts[API_ERROR] = undefined;
          list = [];
          edits = [];
          params = place = related = safety = source = undefined;
        }
      }
    }
    return { findings, changes };
  }

  #position(at: number): Api.Position {
    const numbers = this.#numbers;
    return {
      offset: numbers[at] as number,
      line: numbers[at + 1] as number,
      column: numbers[at + 2] as number,
      utf16: numbers[at + 3] as number,
    };
  }

  /** A phrase with the facts that were read last in its gaps. */
  #said(number: number): string {
    const phrase = (PHRASES[number] ??= phraseOf(WORDS.phrases[number] as string));
    const { texts, facts, areLiteral } = phrase;
    let text = texts[0] as string;
    for (let gap = 0; gap < facts.length; gap++) {
      const value = this.#facts[facts[gap] as number] as Fact;
      if (typeof value !== 'string') text += typeof value === 'number' ? value : either(value);
      // A literal with backticks gets more of them.
      else text += areLiteral[gap] && value.includes('`') ? `\` ${value} \`` : value;
      text += texts[gap + 1] as string;
    }
    return text;
  }
}

function passage(number: number): string {
  if (passages === undefined) {
    passages = new Array(HASHES);
    for (const text of WORDS.passages) passages[hash(text)] = text;
  }
  return passages[number] as string;
}

/** Takes a phrase apart: where a gap is stands the character whose number is that of the fact, from 1. */
function phraseOf(coded: string): Phrase {
  const phrase: Phrase = { texts: [], facts: [], areLiteral: [] };
  coded.split(/([\x01-\x1f])/).forEach((part, index) => {
    if (index % 2 === 0) {
      phrase.texts.push(part);
      phrase.areLiteral.push(part.endsWith('`'));
    }
    else phrase.facts.push(part.charCodeAt(0) - 1);
  });
  return phrase;
}

/** The lower bits of FNV-1a, of a text in which each character is a byte. */
function hash(text: string): number {
  let hash = WORDS.offset;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash & (HASHES - 1);
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
function decode(bytes: Uint8Array): string {
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
