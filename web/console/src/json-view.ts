/** A JSON text as it is shown where it cannot be edited. */

import { h } from './dom.ts';
import type { Finding, Severity } from './engine.ts';

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d[\d.eE+-]*/g;

/** The lines of a JSON text, coloured; `marks` gives a line (from 1) the severity of what is wrong in it. */
export function highlight(text: string, marks = new Map<number, Severity>()): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const [index, line] of text.split('\n').entries()) {
    const mark = marks.get(index + 1);
    const element = h('span', { className: mark === undefined ? 'line' : `line marked ${mark}` });
    let end = 0;
    for (const match of line.matchAll(TOKEN)) {
      element.append(line.slice(end, match.index));
      const [all, string, colon] = match;
      const kind = string === undefined ? 'literal' : colon === undefined ? 'string' : 'key';
      element.append(h('span', { className: kind }, string ?? all), colon ?? '');
      end = match.index + all.length;
    }
    element.append(line.slice(end), '\n');
    fragment.append(element);
  }
  return fragment;
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** For each line the worst that is wrong in it. */
export function marksOf(findings: Finding[]): Map<number, Severity> {
  const marks = new Map<number, Severity>();
  for (const { severity, span } of findings) {
    if (span === undefined) continue;
    const line = span.start.line;
    const known = marks.get(line);
    if (known === undefined || WEIGHT[severity] < WEIGHT[known]) marks.set(line, severity);
  }
  return marks;
}

/** How many findings there are of each severity. */
export function count(findings: Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
