/** What the request would change of a tracker, told by a saved answer about it. */

import { useState } from 'preact/hooks';
import { ask } from '../checker/client.ts';
import type { Comparison } from '../checker/types.ts';
import { Icon } from '../parts/icon.tsx';
import { useAnswer, usePage } from '../parts/page.ts';
import { Rich, sentence } from '../parts/rich.tsx';
import type { State } from '../state/state.ts';
import { questionOf } from './question.ts';

export interface CompareProps {
  state: State;
  /** Whether the request has no errors; one that has some can't be compared. */
  isSound: boolean;
}

export function Compare({ state, isSound }: CompareProps) {
  const { store, texts } = usePage();
  const { saved } = state;
  const [isOpen, setOpen] = useState(saved !== '');
  return (
    <details class="compare" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.compareTitle}</summary>
      <p class="hint" id="compare-hint">
        <Rich text={texts.compareHint} />
      </p>
      <label class="visually-hidden" for="saved">
        {texts.savedAnswer}
      </label>
      <textarea
        id="saved"
        rows={saved === '' ? 3 : 6}
        spellcheck={false}
        autocapitalize="off"
        autocorrect="off"
        placeholder={texts.savedAnswer}
        aria-describedby="compare-hint"
        value={saved}
        onInput={(event) => store.change({ saved: event.currentTarget.value })}
      />
      {isOpen && saved.trim() !== '' && (isSound ? <Outcome state={state} /> : <p class="hint">{texts.invalid}</p>)}
    </details>
  );
}

function Outcome({ state }: { state: State }) {
  const { texts, locale } = usePage();
  const { text, as, provider, saved } = state;
  const { value, failed } = useAnswer(() => ask('compare', questionOf(state, locale), saved), [text, as, provider, saved, locale]);
  if (failed) return <p class="hint">{texts.loadFailed}</p>;
  if (value === undefined) return <p class="hint">{texts.checking}</p>;
  return <div aria-live="polite">{value.changes === null ? <Refusal comparison={value} /> : <Differences comparison={value} />}</div>;
}

function Refusal({ comparison }: { comparison: Extract<Comparison, { changes: null }> }) {
  return (
    <p class="verdict error">
      <Icon name="error" />
      <span>
        <Rich text={sentence(comparison.error)} />
      </span>
    </p>
  );
}

function Differences({ comparison }: { comparison: Extract<Comparison, { changes: boolean }> }) {
  const { texts } = usePage();
  const { tracker, changes } = comparison;
  const differences = comparison.differences.filter(({ kind }) => kind !== 'unchanged');
  return (
    <>
      <p class={changes ? 'verdict warning' : 'verdict ok'}>
        <Icon name={changes ? 'warning' : 'ok'} />
        <strong>{changes ? texts.wouldChange(differences.length, tracker) : texts.wouldNotChange(tracker)}</strong>
      </p>
      <ul class="changes plain" aria-label={texts.compareTitle}>
        {differences.map((difference) => (
          <li key={difference.path} class={`change ${difference.kind}`}>
            <span class="kind">{texts.differences[difference.kind]}</span>
            <div>
              <p class="path">
                <code>{difference.path}</code>
              </p>
              <p class="path">
                {difference.old !== null && <code>{difference.old}</code>}
                {difference.old !== null && difference.new !== null && <Icon name="arrow" />}
                {difference.new !== null && <code>{difference.new}</code>}
              </p>
              <p class="reason">
                <Rich text={sentence(difference.message)} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
