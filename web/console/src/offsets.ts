/** Byte offsets of UTF-8 as the reports have them, and UTF-16 offsets as JavaScript has them. */

/** Gives the UTF-16 offset of a byte offset in `text`. Offsets may come in any order; ascending ones are quickest. */
export function toUtf16(text: string): (byte: number) => number {
  let bytes = 0;
  let units = 0;
  return (byte) => {
    if (byte < bytes) {
      bytes = 0;
      units = 0;
    }
    while (bytes < byte && units < text.length) {
      const code = text.charCodeAt(units);
      if (code < 0x80) bytes += 1;
      else if (code < 0x800) bytes += 2;
      else if (isPair(text, units)) {
        bytes += 4;
        units += 1;
      } else bytes += 3;
      units += 1;
    }
    return units;
  };
}

function isPair(text: string, index: number): boolean {
  const [high, low] = [text.charCodeAt(index), text.charCodeAt(index + 1)];
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}
