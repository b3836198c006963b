/** The order in which the lengths of the codes of code lengths come. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Inflates (RFC 1951) to a known length. Nothing is checked: the build made the bytes, and the tests in Chromium run them. */
export function inflate(packed: Uint8Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let to = 0;
  let from = 0;
  let bits = 0;
  let count = 0;

  function look(wanted: number): void {
    for (; count < wanted; count += 8) bits |= (packed[from++] as number) << count;
  }

  function take(wanted: number): number {
    look(wanted);
    const value = bits & ((1 << wanted) - 1);
    bits >>>= wanted;
    count -= wanted;
    return value;
  }

  function symbol(codes: Uint16Array): number {
    look(15);
    const entry = codes[bits & (codes.length - 1)] as number;
    take(entry & 15);
    return entry >> 4;
  }

  /** The lengths of the codes of a block: zeros and repetitions have codes of their own. */
  function lengths(codes: Uint16Array, wanted: number): number[] {
    const lengths: number[] = [];
    while (lengths.length < wanted) {
      const next = symbol(codes);
      const [value, times] =
        next < 16
          ? [next, 1]
          : next === 16
            ? [lengths[lengths.length - 1] as number, 3 + take(2)]
            : [0, next === 17 ? 3 + take(3) : 11 + take(7)];
      for (let time = 0; time < times; time++) lengths.push(value);
    }
    return lengths;
  }

  for (let isLast = 0; isLast === 0; ) {
    isLast = take(1);
    const kind = take(2);
    if (kind === 0) {
      take(count & 7);
      const end = to + take(16);
      take(16);
      while (to < end) bytes[to++] = take(8);
      continue;
    }
    let literals: Uint16Array;
    let distances: Uint16Array;
    if (kind === 1) {
      literals = table(Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8)));
      distances = table(Array<number>(30).fill(5));
    } else {
      const counts = [257 + take(5), 1 + take(5), 4 + take(4)] as const;
      const codes = Array<number>(19).fill(0);
      for (let at = 0; at < counts[2]; at++) codes[ORDER[at] as number] = take(3);
      const both = lengths(table(codes), counts[0] + counts[1]);
      literals = table(both.slice(0, counts[0]));
      distances = table(both.slice(counts[0]));
    }
    for (let next = symbol(literals); next !== 256; next = symbol(literals)) {
      if (next < 256) {
        bytes[to++] = next;
        continue;
      }
      const length = next === 285 ? 258 : 3 + value(next - 257, 4);
      const distance = 1 + value(symbol(distances), 2);
      for (const end = to + length; to < end; to++) bytes[to] = bytes[to - distance] as number;
    }
  }
  return bytes;

  /** A length or a distance: so many symbols share a number of extra bits. */
  function value(symbol: number, shared: 2 | 4): number {
    if (symbol < 2 * shared) return symbol;
    const extra = Math.floor(symbol / shared) - 1;
    return ((shared + (symbol % shared)) << extra) + take(extra);
  }
}

/** By the next bits of the input, the lowest first: the symbol, and in the lowest four bits how long its code is. */
function table(lengths: number[]): Uint16Array {
  const longest = Math.max(...lengths);
  const table = new Uint16Array(1 << longest);
  let code = 0;
  for (let length = 1; length <= longest; length++, code <<= 1) {
    lengths.forEach((own, symbol) => {
      if (own !== length) return;
      let reversed = 0;
      for (let bit = 0; bit < length; bit++) reversed |= ((code >> bit) & 1) << (length - 1 - bit);
      for (let at = reversed; at < table.length; at += 1 << length) table[at] = (symbol << 4) | length;
      code++;
    });
  }
  return table;
}
