/** What a report comes to. */

import type { Checked } from '../checker/protocol.ts';
import type { Texts } from '../texts/index.ts';

export type Tone = 'ok' | 'warning' | 'error' | 'plain';

export interface Judgement {
  tone: Tone;
  verdict: keyof Texts['verdicts'];
}

/** "Can be sent" is said only of a request that nothing speaks against. */
export function judge(report: Pick<Checked, 'document' | 'kind' | 'counts'>, text: string): Judgement {
  const { document, kind, counts } = report;
  if (text.trim() === '') return { tone: 'plain', verdict: 'empty' };
  if (kind === 'error' && counts.error === 0) return { tone: 'plain', verdict: 'error' };
  if (kind === 'response') {
    if (counts.error > 0) return { tone: 'error', verdict: 'answerOdd' };
    return counts.warning > 0 ? { tone: 'warning', verdict: 'answerOdd' } : { tone: 'ok', verdict: 'answer' };
  }
  if (document === null) return { tone: 'error', verdict: 'unknown' };
  if (counts.error > 0) return { tone: 'error', verdict: 'refused' };
  return counts.warning > 0 ? { tone: 'warning', verdict: 'sendButLook' } : { tone: 'ok', verdict: 'send' };
}
