/** The view where a v1 body, or an answer, becomes a v3 request. */

import { useState } from 'preact/hooks';
import { ask } from '../checker/client.ts';
import type { Checked } from '../checker/protocol.ts';
import type { Change } from '../checker/types.ts';
import { Icon } from '../parts/icon.tsx';
import { JsonView } from '../parts/json-view.tsx';
import { lazy } from '../parts/lazy.tsx';
import { useAnswer, usePage } from '../parts/page.ts';
import { Rich, sentence } from '../parts/rich.tsx';
import { bringBack, type State } from '../state/state.ts';
import { questionOf } from './question.ts';
import { TakeAway } from './take-away.tsx';

const Diff = lazy(() => import('../parts/diff.tsx'));

const isRefused = ({ kind, severity }: Change) => kind === 'lost' && severity === 'error';
const fieldName = ({ from }: Change) => from?.slice(1).replaceAll('/', '.') ?? '';

export function TranslateView({ state, report }: { state: State; report: Checked }) {
  const { store, texts, locale, notify } = usePage();
  const { text, allowLoss, to, name, provider } = state;
  const [asDiff, setAsDiff] = useState(false);
  const isAnswer = report.kind === 'response';
  const { value: answer } = useAnswer(
    () =>
      ask('translate', questionOf(state, locale), { allowLoss, to: isAnswer ? to : undefined, name }).then((value) => ({
        value,
        allowLoss,
      })),
    [text, locale, allowLoss, to, name, isAnswer, provider],
  );
  const result = answer?.value;
  // What is lost without a word from anybody: each of these has a box, also where accepting one accepts another.
  const { value: strict } = useAnswer(
    () => ask('translate', questionOf(state, locale), { allowLoss: [], to: isAnswer ? to : undefined, name }),
    [text, locale, to, name, isAnswer, provider],
  );
  const asked = new Set(strict?.changes.filter(isRefused).map(fieldName));
  const losses = result?.changes.filter(isRefused) ?? [];
  const target = isAnswer ? to : 'v3';
  const document = `${provider === 'huawei' ? 'huawei-' : ''}${target === 'v3' ? 'v3-create-request' : 'v3-update-request'}` as const;
  const isV3 = report.kind === 'request' && report.document !== null && !report.document.startsWith('v1');

  function use(body: string): void {
    store.replace({ text: body, as: document, provider });
    // What is changed of it from here on is told against the answer that it came from.
    store.change(isAnswer ? { view: 'check', saved: text } : { view: 'check' });
    notify({
      text: texts.replaced,
      action: {
        label: texts.bringBack,
        run: () => {
          bringBack(store);
          store.change({ view: 'translate' });
        },
      },
    });
  }

  const refusal = isV3
    ? texts.isV3
    : report.counts.error > 0
      ? texts.invalid
      : losses.length > 0
        ? texts.refused
        : sentence(result?.body === null ? result.error : '');

  return (
    <section class="pane side-pane" aria-labelledby="side-title">
      <div class="pane-head">
        <h2 id="side-title" tabIndex={-1}>
          {texts.translateTitle}
        </h2>
      </div>
      <p class="intro">{texts.translateIntro}</p>
      {isAnswer && (
        <div class="row wishes">
          <label for="becomes">{texts.becomes}</label>
          <select
            id="becomes"
            value={to}
            onChange={(event) => store.change({ to: event.currentTarget.value === 'v3' ? 'v3' : 'v3-update' })}
          >
            <option value="v3-update">{texts.requestNames['v3-update']}</option>
            <option value="v3">{texts.requestNames.v3}</option>
          </select>
          {report.document === 'v3-list-response' && (
            <>
              <label for="tracker">{texts.trackerName}</label>
              <input
                id="tracker"
                type="text"
                value={name}
                placeholder="system"
                onInput={(event) => store.change({ name: event.currentTarget.value })}
              />
            </>
          )}
        </div>
      )}
      {result !== undefined && result.body === null && (
        <div class="refusal">
          <p class={isV3 ? 'verdict plain' : 'verdict error'}>
            <Icon name={isV3 ? 'info' : 'error'} />
            <span>
              <Rich text={refusal} />
            </span>
          </p>
          {losses.length > 0 && report.counts.error === 0 && (
            <button type="button" class="primary" onClick={() => store.change({ allowLoss: [...allowLoss, ...losses.map(fieldName)] })}>
              {texts.acceptAll(losses.length)}
            </button>
          )}
          {report.counts.error > 0 && !isV3 && (
            <button type="button" class="primary" onClick={() => store.change({ view: 'check' })}>
              {texts.findings}
            </button>
          )}
        </div>
      )}
      {result !== undefined && result.body !== null && (
        <>
          <div class="tools">
            <TakeAway text={result.body} document={document} />
            <button type="button" class="quiet" aria-pressed={asDiff} onClick={() => setAsDiff(!asDiff)}>
              {asDiff ? texts.showText : texts.showChanges}
            </button>
            <button type="button" class="quiet" onClick={() => result.body !== null && use(result.body)}>
              {texts.useResult}
            </button>
          </div>
          {asDiff ? <Diff from={text} to={result.body} label={texts.showChanges} /> : <JsonView text={result.body} label={texts.result} />}
        </>
      )}
      {result !== undefined && result.changes.length > 0 && report.counts.error === 0 && (
        <>
          <h3 id="changes-title">{texts.changes}</h3>
          <ul class="changes plain" aria-labelledby="changes-title">
            {result.changes.map((change) => (
              <ChangeItem
                key={`${change.kind} ${change.from} ${change.to}`}
                change={change}
                isAsked={asked.has(fieldName(change))}
                isCurrent={answer?.allowLoss === allowLoss}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function ChangeItem({ change, isAsked, isCurrent }: { change: Change; isAsked: boolean; isCurrent: boolean }) {
  const { store, texts } = usePage();
  const { allowLoss } = store.state;
  const { kind, from, to, severity, message } = change;
  const name = fieldName(change);
  // Accepting one loss can accept another, which the answer to it tells.
  const isAccepted = allowLoss.includes(name) || (isCurrent && severity !== 'error');
  return (
    <li class={`change ${kind} ${severity}`}>
      <span class="kind">{texts.kinds[kind]}</span>
      <div>
        <p class="path">
          {from !== null && <code>{from}</code>}
          {from !== null && to !== null && <Icon name="arrow" />}
          {to !== null && <code>{to}</code>}
        </p>
        <p class="reason">
          <Rich text={sentence(message)} />
        </p>
        {isAsked && (
          <label class="accept">
            <input
              type="checkbox"
              checked={isAccepted}
              onChange={(event) => {
                const others = allowLoss.filter((other) => other !== name);
                // A loss that was accepted along with others goes back together with them.
                store.change({ allowLoss: event.currentTarget.checked ? [...allowLoss, name] : allowLoss.includes(name) ? others : [] });
              }}
            />
            <span>
              <Rich text={texts.accept(`\`${name}\``)} />
            </span>
          </label>
        )}
      </div>
    </li>
  );
}
