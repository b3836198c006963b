/** The view that says what is wrong with the text. */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../checker/client.ts';
import type { Checked } from '../checker/protocol.ts';
import type { Finding } from '../checker/types.ts';
import { remedy } from '../form/remedies.ts';
import { Icon } from '../parts/icon.tsx';
import { lazy } from '../parts/lazy.tsx';
import { usePage } from '../parts/page.ts';
import type { State } from '../state/state.ts';
import { Compare } from './compare.tsx';
import { ErrorAnswer } from './explain.tsx';
import { type Deed, Findings } from './findings.tsx';
import { questionOf } from './question.ts';
import { Verdict } from './verdict.tsx';

const Diff = lazy(() => import('../parts/diff.tsx'));

/** Remedies are worked out for texts up to this length; longer ones have too many findings to look at each. */
const SMALL = 50_000;

export interface CheckProps {
  state: State;
  report: Checked;
  onFix(finding: Finding): void;
  /** Lists more findings. */
  onMore(): void;
}

export function CheckView({ state, report, onFix, onMore }: CheckProps) {
  const { store, texts, locale, notify, say } = usePage();
  const { text } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  const [fixedText, setFixedText] = useState<string | null>(null);
  useEffect(() => setFixedText(null), [text]);

  const apply = useCallback((act: () => void) => {
    act();
    // The button that had the focus goes with the finding; the list of what is left is what comes next.
    heading.current?.focus();
  }, []);

  async function fixAll(): Promise<void> {
    const { text: next, fixed } = await ask('fixAll', questionOf(state, locale));
    if (store.state.text !== text) return;
    store.change({ text: next });
    say(texts.fixed(fixed));
    notify({ text: texts.fixed(fixed), action: { label: texts.undo, run: () => store.change({ text }) } });
    heading.current?.focus();
  }

  async function toggleDiff(): Promise<void> {
    setFixedText(fixedText === null ? (await ask('fixAll', questionOf(state, locale))).text : null);
  }

  const deedsOf = useCallback(
    ({ rule }: Finding): Deed[] => {
      if (rule === 'deprecated-api') return [{ label: texts.translateThis, run: () => store.change({ view: 'translate' }) }];
      if (rule === 'other-provider-field')
        return [{ label: texts.chooseHuawei, run: () => store.change({ provider: 'huawei', as: null }) }];
      if (rule === 'unknown-api') return [{ label: texts.chooseDocument, run: () => document.getElementById('text-is')?.focus() }];
      return [];
    },
    [texts],
  );
  const remedyOf = useCallback(
    (finding: Finding) => {
      const now = store.state.text;
      return now.length > SMALL ? null : (remedy(finding, now)?.kind ?? null);
    },
    [store],
  );
  const onRemedy = useCallback(
    (finding: Finding) => {
      // Worked out anew: the text may have changed since the button was drawn.
      const done = remedy(finding, store.state.text);
      if (done !== null) apply(() => store.change({ text: done.text }));
    },
    [store],
  );
  const fix = useCallback((finding: Finding) => apply(() => onFix(finding)), [onFix]);

  return (
    <section class="pane side-pane" aria-labelledby="side-title">
      <div class="pane-head">
        <h2 id="side-title" ref={heading} tabIndex={-1}>
          {texts.findings}
        </h2>
        <Verdict report={report} text={text} />
      </div>
      {report.safe > 0 && (
        <div class="tools">
          <button type="button" class="primary" onClick={() => void fixAll()}>
            <Icon name="wrench" />
            {texts.fixAll(report.safe)}
          </button>
          <button type="button" class="quiet" aria-expanded={fixedText !== null} onClick={() => void toggleDiff()}>
            {fixedText === null ? texts.showDiff : texts.hideDiff}
          </button>
        </div>
      )}
      {fixedText !== null && <Diff from={text} to={fixedText} label={texts.showDiff} />}
      {text.trim() === '' && <p class="empty">{texts.emptyHelp}</p>}
      {report.kind === 'error' && <ErrorAnswer text={text} />}
      {report.kind === 'response' && report.counts.error === 0 && (
        <p class="empty">
          <button type="button" onClick={() => store.change({ view: 'translate' })}>
            {texts.makeUpdate}
          </button>
        </p>
      )}
      {text.trim() !== '' && report.total === 0 && report.kind !== 'error' && (
        <p class="empty">
          {texts.noFindings} {report.kind === 'request' && texts.stillRefused}
        </p>
      )}
      {text.trim() !== '' && (
        <Findings
          findings={report.findings}
          total={report.total}
          onMore={onMore}
          onFix={fix}
          onRemedy={onRemedy}
          remedyOf={remedyOf}
          deedsOf={deedsOf}
        />
      )}
      {report.kind === 'request' && <Compare state={state} isSound={report.counts.error === 0} />}
    </section>
  );
}
