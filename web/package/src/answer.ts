import type * as Api from '../types/index.d.ts';

type Related = { message: string; span?: Api.Span };

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
    return { document: this.textOrNull(), reason: this.text(), findings: this.findings() };
  }

  findings(): Api.Finding[] {
    return this.list(() => this.#finding());
  }

  #finding(): Api.Finding {
    const finding: Api.Finding = { rule: this.text(), severity: this.text(), message: this.text() };
    if (this.has()) finding.note = this.text();
    if (this.has()) finding.help = this.text();
    if (this.has()) finding.path = this.text();
    if (this.has()) finding.span = this.#span();
    if (this.has()) finding.label = this.text();
    const related = this.list(() => this.#related());
    if (related.length > 0) finding.related = related;
    if (this.has()) finding.fix = { title: this.text(), safety: this.text(), edits: this.list(() => this.#edit()) };
    const count = this.number();
    if (count > 0) finding.params = this.#params(count);
    if (this.has()) finding.source = this.#source();
    if (this.has()) finding.api_error = this.text();
    return finding;
  }

  #span(): Api.Span {
    return { start: this.#position(), end: this.#position() };
  }

  #position(): Api.Position {
    return { offset: this.number(), line: this.number(), column: this.number(), utf16: this.number() };
  }

  #related(): Related {
    const related: Related = { message: this.text() };
    if (this.has()) related.span = this.#span();
    return related;
  }

  #edit(): Api.Edit {
    return { start: this.number(), end: this.number(), text: this.text() };
  }

  #params(count: number): Api.Params {
    const params: Api.Params = {};
    for (; count > 0; count--) params[this.text()] = this.#param();
    return params;
  }

  #param(): Api.Params[string] {
    const kind = this.number();
    if (kind === 0) return this.list(() => this.text());
    return kind === 1 ? this.text() : this.number() + this.number() * 2 ** 32;
  }

  #source(): Api.Source {
    const source: Api.Source = { page: this.text() };
    if (this.has()) source.quote = this.text();
    return source;
  }

  change(): Api.Change {
    return {
      kind: this.text(),
      from: this.textOrNull(),
      to: this.textOrNull(),
      severity: this.text(),
      message: this.text(),
    };
  }
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
