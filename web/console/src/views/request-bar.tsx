/** What was read out of a curl command or an `.http` file, and what is to be said of it. */

import { ask } from '../checker/client.ts';
import type { DocumentInfo, Finding } from '../checker/types.ts';
import { target } from '../input/endpoint.ts';
import { Icon } from '../parts/icon.tsx';
import { useAnswer, usePage } from '../parts/page.ts';
import { Rich, sentence } from '../parts/rich.tsx';
import type { State } from '../state/state.ts';

const NONE: DocumentInfo[] = [];

export function RequestBar({ state }: { state: State }) {
  const { store, texts, locale } = usePage();
  const { requests, chosen, provider } = state;
  const request = requests[chosen];
  const { value: documents = NONE } = useAnswer(() => ask('documents'), []);
  const where = request === undefined ? null : target(request, documents, provider);
  const projectId = where?.projectId ?? '';
  const { value: findings = [] } = useAnswer(
    async (): Promise<Finding[]> => (projectId === '' ? [] : ask('projectId', projectId, locale)),
    [projectId, locale],
  );
  if (request === undefined || where === null) return null;
  const [address] = request.url.split('?');
  const isRight = where.document !== null && findings.length === 0;
  return (
    <section class="request" aria-label={texts.request}>
      <p class="line">
        {requests.length > 1 && (
          <select
            aria-label={texts.request}
            value={String(chosen)}
            onChange={(event) => {
              const index = Number(event.currentTarget.value);
              const next = requests[index];
              if (next === undefined) return;
              const kept = requests.map((other, number) => (number === chosen ? { ...other, body: state.text } : other));
              const { document, provider: cloud } = target(next, documents, provider);
              store.change({ requests: kept, chosen: index, text: next.body, as: document, provider: cloud ?? provider });
            }}
          >
            {requests.map(({ method, url }, index) => (
              <option key={index} value={String(index)}>
                {texts.requestOf(index + 1, requests.length)} · {method} {url.split('?')[0]?.replace(/^\w+:\/\/[^/]+/, '')}
              </option>
            ))}
          </select>
        )}
        <Icon name={isRight ? 'ok' : 'warning'} />
        <code>
          {request.method} {address}
        </code>
      </p>
      {documents.length > 0 && where.document === null && !where.deletesAll && (
        <p class="hint">{request.body === '' ? texts.noBody : texts.unknownEndpoint}</p>
      )}
      {where.deletesAll && <p class="hint warning">{texts.deletesAll}</p>}
      {findings.map(({ message }) => (
        <p key={message} class="hint warning">
          <Rich text={sentence(message)} />
        </p>
      ))}
      {request.dropped.length > 0 && <p class="hint">{texts.headersDropped([...new Set(request.dropped)].join(', '))}</p>}
    </section>
  );
}
