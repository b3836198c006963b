import type * as Api from '../types/index.d.ts';

// Made by the build from the tables.
import { none, put } from 'facts:code';
import WORDS from 'facts:words';

type Fact = Api.Params[string];

/** A phrase, taken apart: the text before each gap, the fact for it, and the text after the last one. */
interface Phrase {
  texts: string[];
  gaps: number[];
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
const STEP = 3;
const CITED = 4;
const NUMBER = 5;
const RELATED = 6;
const EDIT = 7;
const SOURCE = 8;
const CHANGE = 9;
const NUMBERS = 4;

/** How many numbers a place has: where it starts and where it ends. */
const SPAN = 8;

/** The phrases that were wanted so far, by their numbers. */
const PHRASES: (Phrase | undefined)[] = [];

/** The passages that findings cite, by the numbers that the crate knows them by; other places are empty. */
const PASSAGES: (string | undefined)[] = /* @__PURE__ */ Object.assign(new Array(4096), WORDS.passages);

const [FIELD, NAME, POINTER, TO, SHOWN, API_ERROR] = /* @__PURE__ */ [
  'field',
  'name',
  'pointer',
  'to',
  'shown',
  'api_error',
].map((name) => WORDS.facts.indexOf(name)) as [number, number, number, number, number, number];

/** How many texts of the tables are kept. Their addresses differ in the lower bits, but for few. */
const KEPT = 4096;

/** Stands for what is absent. */
const ABSENT = 0xffffffff;

/** Texts of more bytes than this are decoded by the platform. */
const SHORT = 24;

const decoder = typeof TextDecoder === 'undefined' ? undefined : new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * A finding that tells nothing more yet: a plain object, but made by a constructor. For objects of one, engines learn how many
 * members they get and keep room for them.
 */
const Bare = function (this: Api.Finding, rule: Api.RuleName, severity: Api.Severity, message: string) {
  this.rule = rule;
  this.severity = severity;
  this.message = message;
} as unknown as new (rule: Api.RuleName, severity: Api.Severity, message: string) => Api.Finding;
Bare.prototype = Object.prototype;

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
  #isImitated: boolean;
  #bytes = new Uint8Array(0);
  #numbers = new Uint32Array(0);
  /** Where the next number is. */
  #at = 0;
  /** The texts that were made for the answer, and where the next one starts. */
  #texts: Texts | undefined;
  #cut = 0;
  /** The facts that were read last, by their numbers. */
  #facts: (Fact | undefined)[] = [];
  /** Those that are no texts of the tables, as bits. */
  #madeFacts = 0;
  /** Texts of the tables by the lower bits of their addresses, which stay the same. One may start where another does. */
  #known = new Array<{ address: number; length: number; text: string } | undefined>(KEPT);

  constructor(memory: { buffer: ArrayBuffer }) {
    this.#memory = memory;
    this.#isImitated = typeof WebAssembly === 'undefined' || !(memory instanceof WebAssembly.Memory);
  }

  /** The memory, which is another buffer after it grew. */
  bytes(): Uint8Array {
    // The one before is detached then; where WebAssembly is JavaScript it is not. Asking for the buffer takes longer.
    if (this.#bytes.length === 0 || (this.#isImitated && this.#bytes.buffer !== this.#memory.buffer)) {
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
    const known = this.#known[address % KEPT];
    if (known !== undefined && known.address === address && known.length === length) return known.text;
    const text = decoded(this.#bytes.subarray(address, address + length));
    this.#known[address % KEPT] = { address, length, text };
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
    return said(phrase, this.#facts, this.#madeFacts);
  }

  /** A phrase with the facts that were read last. */
  phrase(): string {
    return said(this.number(), this.#facts, this.#madeFacts);
  }

  /** Reads what was noted down, and puts it into words. */
  noted(): { findings: Api.Finding[]; changes: Api.Change[] } {
    const findings: Api.Finding[] = [];
    const changes: Api.Change[] = [];
    const numbers = this.#numbers;
    // Of its own: what is new need not be noted by the engine where it is stored in what is new.
    const facts = none<Fact>();
    let made = 0;
    // Up to where the texts were read that were made for this.
    let noted = 0;
    let at = this.number() >>> 2;
    const end = at + this.number() * NUMBERS;
    let position = this.number() >>> 2;
    const hasPlaces = this.number() > 0;
    const texts = this.#made() as Texts;
    let params: Api.Params | undefined;
    let list: string[] | undefined;
    let others = 0;
    let edits: Api.Edit[] | undefined;
    let source: Api.Source | undefined;
    for (; at < end; at += NUMBERS) {
      const first = numbers[at + 1] as number;
      const second = numbers[at + 2] as number;
      const kind = (numbers[at] as number) & 0xff;
      switch (kind) {
        case FIXED:
        case MADE:
        case STEP:
        case CITED:
        case NUMBER: {
          const third = numbers[at + 3] as number;
          let fact = (kind < CITED ? third : second) & 0xff;
          let value: Fact = first;
          if (kind === MADE) {
            value = first === second ? '' : texts.part(first, second);
            noted = second;
            made |= 1 << fact;
            // Beside the fact stands whether it is also what is shown.
            if (third & 0xff00) {
              facts[SHOWN] = value;
              made |= 1 << SHOWN;
            }
          } else {
            if (kind === CITED) {
              value = PASSAGES[first] as string;
            } else if (kind < CITED) {
              value = this.#fixed(first, second);
              if (kind === STEP) {
                // Beside the fact stands whether it is the first step, and whether it is also the field.
                const pointer = third & 0xff00 ? `/${value}` : `${facts[fact]}/${value}`;
                if (third & 0xff0000) {
                  facts[fact] = pointer;
                  fact = FIELD;
                } else value = pointer;
              }
            }
            made &= ~(1 << fact);
          }
          facts[fact] = value;
          if (fact < WORDS.published) put((params ??= {}), fact, value);
          break;
        }
        case ITEM: {
          const fact = (numbers[at + 3] as number) & 0xff;
          const item = this.#fixed(first, second);
          if (list && facts[fact] === list) {
            list.push(item);
          } else {
            list = [item];
            facts[fact] = list;
            put((params ??= {}), fact, list);
          }
          break;
        }
        case RELATED:
          others = first;
          break;
        case EDIT: {
          const cut = numbers[at + 3] as number;
          const text = noted === cut ? '' : texts.part(noted, cut);
          const edit = { start: first, end: second, text };
          if (edits) edits.push(edit);
          else edits = [edit];
          noted = cut;
          break;
        }
        case SOURCE: {
          const page = PASSAGES[first] as string;
          const quote = PASSAGES[second];
          source = quote === undefined ? { page } : { page, quote };
          break;
        }
        case CHANGE:
          changes.push({
            kind: KINDS[first & 0xff] as Api.Change['kind'],
            from: (facts[POINTER] as string | undefined) ?? null,
            to: (facts[TO] as string | undefined) ?? null,
            severity: SEVERITIES[(first >>> 8) & 0xff] as Api.Severity,
            message: said((first >>> 16) & 0xff, facts, made),
          });
          facts[POINTER] = facts[TO] = undefined;
          break;
        default: {
          // The last note: rule, severity, the phrases, and how far the remedy can be trusted, a byte each.
          const help = (second >>> 8) & 0xff;
          const rule = WORDS.rules[first & 0xff] as Api.RuleName;
          const severity = SEVERITIES[(first >>> 8) & 0xff] as Api.Severity;
          const finding = new Bare(rule, severity, said((first >>> 16) & 0xff, facts, made));
          if (second & 0xff) finding.note = said(second & 0xff, facts, made);
          if (help) finding.help = said(help, facts, made);
          if (facts[POINTER] !== undefined) finding.path = facts[POINTER] as string;
          if (hasPlaces) {
            finding.span = this.#span(position);
            position += SPAN;
          }
          if (first >>> 24) finding.label = said(first >>> 24, facts, made);
          if (others > 0) {
            const message = said(second >>> 24, facts, made);
            finding.related = [];
            for (; others > 0; others--) {
              finding.related.push({ message, span: this.#span(position) });
              position += SPAN;
            }
          }
          const safety = SAFETIES[(numbers[at + 3] as number) & 0xff];
          if (safety) {
            const title = (second >>> 16) & 0xff;
            finding.fix = { title: title === help ? (finding.help as string) : said(title, facts, made), safety, edits: edits ?? [] };
          }
          if (params) finding.params = params;
          if (source) finding.source = source;
          if (facts[API_ERROR] !== undefined) finding.api_error = facts[API_ERROR] as string;
          findings.push(finding);
          facts[POINTER] = facts[API_ERROR] = undefined;
          params = list = edits = source = undefined;
        }
      }
    }
    this.#facts = facts;
    this.#madeFacts = made;
    return { findings, changes };
  }

  #span(at: number): Api.Span {
    return { start: this.#position(at), end: this.#position(at + SPAN / 2) };
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
}

/** A phrase with these facts in its gaps. */
function said(number: number, facts: (Fact | undefined)[], made: number): string {
  const phrase = (PHRASES[number] ??= phraseOf(WORDS.phrases[number] as string));
  const { texts, gaps, areLiteral } = phrase;
  let text = texts[0] as string;
  for (let gap = 0; gap < gaps.length; gap++) {
    const fact = gaps[gap] as number;
    const value = facts[fact] as Fact;
    if (typeof value !== 'string') text += typeof value === 'number' ? value : either(value);
    // A literal with backticks gets more of them. No literal of the tables has any.
    else text += areLiteral[gap] && made & (1 << fact) && value.includes('`') ? `\` ${value} \`` : value;
    text += texts[gap + 1] as string;
  }
  return text;
}

/** Takes a phrase apart: where a gap is stands the character whose number is that of the fact, from 1. */
function phraseOf(coded: string): Phrase {
  const phrase: Phrase = { texts: [], gaps: [], areLiteral: [] };
  let start = 0;
  for (let at = 0; at < coded.length; at++) {
    const code = coded.charCodeAt(at);
    if (code >= 0x20) continue;
    phrase.texts.push(coded.slice(start, at));
    phrase.areLiteral.push(coded[at - 1] === '`');
    phrase.gaps.push(code - 1);
    start = at + 1;
  }
  phrase.texts.push(coded.slice(start));
  return phrase;
}

/** "`a`", "`a` or `b`", "`a`, `b` or `c`". */
function either(names: string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}

/** Text from UTF-8 that is known to be right. */
export function decoded(bytes: Uint8Array): string {
  return decoder && bytes.length > SHORT ? decoder.decode(bytes) : decode(bytes);
}

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
