/** The order in which findings are shown, and how they are counted. */

import type { Finding, Severity } from './types.ts';

/** How many findings are listed at once. */
export const PAGE = 50;
/** How many stay listed after a key: more would be drawn again for longer than a key may take. */
export const MOST = 200;

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Errors first, each kind in the order of the text. */
export function sorted(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

export type Counts = Record<Severity, number>;

export function count(findings: readonly Pick<Finding, 'severity'>[]): Counts {
  const counts: Counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** The findings that touch a stretch of the text, given in UTF-16 units; no more than `limit`, those of the start first. */
export function within(findings: readonly Finding[], { from, to }: Stretch, limit: number): Finding[] {
  const found: Finding[] = [];
  for (const finding of findings) {
    const { span } = finding;
    if (span === undefined || span.end.utf16_offset < from || span.start.utf16_offset > to) continue;
    found.push(finding);
    if (found.length === limit) break;
  }
  return found;
}

/** A stretch of a text in UTF-16 units. */
export interface Stretch {
  from: number;
  to: number;
}

/** The new findings, with the old object for each that is the same, so that what shows it need not be drawn again. */
export function reused(old: readonly Finding[], next: Finding[]): Finding[] {
  const known = new Map(old.map((finding) => [JSON.stringify(finding), finding]));
  return next.map((finding) => known.get(JSON.stringify(finding)) ?? finding);
}
