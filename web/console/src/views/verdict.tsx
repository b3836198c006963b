/** What a report comes to, in a few words and one colour. */

import type { Checked } from '../checker/protocol.ts';
import type { IconName } from '../parts/icon.tsx';
import { Icon } from '../parts/icon.tsx';
import { usePage } from '../parts/page.ts';
import { judge, type Tone } from './judge.ts';

const SIGNS: Record<Tone, IconName> = { ok: 'ok', warning: 'warning', error: 'error', plain: 'info' };

export function Verdict({ report, text }: { report: Checked; text: string }) {
  const { texts } = usePage();
  const { tone, verdict } = judge(report, text);
  const { error, warning, info } = report.counts;
  const counts = verdict === 'empty' ? '' : texts.counts(error, warning, info);
  return (
    <p class={`verdict ${tone}`}>
      <Icon name={SIGNS[tone]} />
      <span>
        <strong>{texts.verdicts[verdict]}</strong>
        {counts !== '' && <span class="counts"> · {counts}</span>}
      </span>
    </p>
  );
}
