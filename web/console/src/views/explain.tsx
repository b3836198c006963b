/** What an error of the API, a status code, a rule or a field means. */

import { useMemo, useState } from 'preact/hooks';
import { ask } from '../checker/client.ts';
import { Icon } from '../parts/icon.tsx';
import { Markdown } from '../parts/markdown.tsx';
import { useAnswer, usePage } from '../parts/page.ts';
import { Rich } from '../parts/rich.tsx';

/** How many topics are listed at once. */
const MOST = 60;

export function ExplainView({ topic }: { topic: string }) {
  const { store, texts, locale } = usePage();
  const [typed, setTyped] = useState(topic);
  const [from, setFrom] = useState(topic);
  if (from !== topic) {
    setFrom(topic);
    setTyped(topic);
  }
  const { value: topics = [] } = useAnswer(() => ask('topics', locale), [locale]);
  const found = useMemo(() => {
    const wanted = typed.trim().toLowerCase();
    return topics.filter(({ name, kind, summary }) =>
      wanted === ''
        ? kind === 'api-error' || kind === 'rule' || kind === 'http-status'
        : `${name} ${summary}`.toLowerCase().includes(wanted),
    );
  }, [topics, typed]);
  const open = (name: string) => store.change({ topic: name });

  return (
    <section class="pane side-pane explain" aria-labelledby="side-title">
      <div class="pane-head">
        <h2 id="side-title" tabIndex={-1}>
          {texts.explainTitle}
        </h2>
      </div>
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault();
          open(typed.trim());
        }}
      >
        <label for="topic">{texts.explainLabel}</label>
        <div class="row">
          <input
            id="topic"
            type="text"
            value={typed}
            placeholder={texts.explainHint}
            spellcheck={false}
            autocapitalize="off"
            autocomplete="off"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" class="primary">
            {texts.explainTitle}
          </button>
        </div>
      </form>
      {topic !== '' && typed === topic ? (
        <>
          <Explanation name={topic} />
          <p class="empty">
            <button type="button" class="quiet" onClick={() => open('')}>
              {texts.allTopics}
            </button>
          </p>
        </>
      ) : (
        <ul class="topics plain">
          {found.slice(0, MOST).map(({ name, kind, summary }) => (
            <li key={`${kind} ${name}`}>
              <a href={`#explain/${encodeURIComponent(name)}`}>
                <code>{name}</code>
              </a>
              <span>
                <Rich text={summary} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What there is to say of one name. */
export function Explanation({ name }: { name: string }) {
  const { texts, locale } = usePage();
  const { value: explained, failed } = useAnswer(() => ask('explain', name, locale).then((value) => ({ name, value })), [name, locale]);
  if (failed) return <p class="empty">{texts.loadFailed}</p>;
  if (explained === undefined || explained.name !== name) return <p class="empty">{texts.checking}</p>;
  const { value } = explained;
  if (value === null) return <p class="empty">{texts.explainNone(name)}</p>;
  const { error, text, short } = value;
  const body = text.replace(/^# .*\n+/, '');
  return (
    <article class="explanation" aria-label={name}>
      <h3>{value.topic.name}</h3>
      <div>
        {error === null ? (
          short === undefined ? (
            <Markdown text={body} level={4} />
          ) : (
            <>
              <Markdown text={short.replace(/^# .*\n+/, '')} level={4} />
              {text.length > short.length + 20 && (
                <details>
                  <summary>{texts.whole}</summary>
                  <Markdown text={body} level={4} />
                </details>
              )}
            </>
          )
        ) : (
          <>
            <p class="meaning">
              <Rich text={body.slice(0, body.indexOf('\n'))} />
            </p>
            <p class="advice">
              <Icon name="wrench" />
              <span>
                <strong>{texts.whatToDo}: </strong>
                <Rich text={error.advice} />
              </span>
            </p>
            <p class="hint">
              <span>{error.rules.length > 0 ? `${texts.foreseen}: ` : texts.notForeseen}</span>
              {error.rules.map((rule, index) => (
                <>
                  {index > 0 && ', '}
                  <a key={rule} href={`#explain/${rule}`}>
                    {rule}
                  </a>
                </>
              ))}
            </p>
          </>
        )}
      </div>
    </article>
  );
}

/** The explanation of an error of the API that was pasted in. */
export function ErrorAnswer({ text }: { text: string }) {
  const code = /"(?:error_)?code"\s*:\s*"([\w.]+)"/.exec(text)?.[1];
  return code === undefined ? null : <Explanation name={code} />;
}
