// Applies the fixes of findings to a text.
import type { Edit, Finding } from '../types/index.d.ts';

export function applyFix(text: string, findings: Finding | readonly Finding[]): string {
  if (typeof text !== 'string') throw new TypeError(`ctslint: applyFix takes the text that was checked, as a string, not ${typeof text}`);
  const list = Array.isArray(findings) ? (findings as readonly Finding[]) : [findings as Finding];
  const edits: Edit[] = [];
  for (const finding of list) {
    if (typeof finding?.rule !== 'string') throw new TypeError('ctslint: applyFix takes a finding of the text, or a list of them');
    const own = finding.fix?.edits ?? [];
    // A fix is applied whole or not at all.
    if (!own.some((edit) => edits.some((other) => clash(edit, other)))) edits.push(...own);
  }
  edits.sort((one, other) => one.start - other.start || one.end - other.end);
  const unit = units(text);
  let fixed = '';
  let done = 0;
  for (const edit of edits) {
    const [start, end] = [unit(edit.start), unit(edit.end)];
    fixed += text.slice(done, start) + edit.text;
    done = end;
  }
  return fixed + text.slice(done);
}

/** Whether two edits change the same place. */
function clash(one: Edit, other: Edit): boolean {
  return (one.start < other.end && other.start < one.end) || one.start === other.start;
}

/** From bytes of UTF-8 to UTF-16 units of the same text; the bytes are asked for in their order. */
function units(text: string): (byte: number) => number {
  let byte = 0;
  let unit = 0;
  return (wanted) => {
    while (byte < wanted && unit < text.length) {
      const code = text.codePointAt(unit) as number;
      byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      unit += code < 0x10000 ? 1 : 2;
    }
    if (byte !== wanted) throw new RangeError('ctslint: the finding is not one of this text');
    return unit;
  };
}
