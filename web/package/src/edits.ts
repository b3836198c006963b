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
  let fixed = '';
  let done = 0;
  for (const edit of edits) {
    if (edit.utf16_end > text.length) throw new RangeError('ctslint: the finding is not one of this text');
    fixed += text.slice(done, edit.utf16_start) + edit.text;
    done = edit.utf16_end;
  }
  return fixed + text.slice(done);
}

/** Whether two edits change the same place. */
function clash(one: Edit, other: Edit): boolean {
  return (one.start < other.end && other.start < one.end) || one.start === other.start;
}
