/** The text, and what can be done with it as a whole. */

import { useCallback, useRef, useState } from 'preact/hooks';
import type { Checked } from '../checker/protocol.ts';
import type { Stretch } from '../checker/sort.ts';
import type { DocumentName, FieldInfo, Finding } from '../checker/types.ts';
import type { Step } from '../editor/assist.ts';
import type { Editor } from '../editor/editor.ts';
import { Slot } from '../editor/slot.tsx';
import { recognise } from '../input/recognise.ts';
import { SAMPLES, type SampleName } from '../input/samples.ts';
import { Icon } from '../parts/icon.tsx';
import { usePage } from '../parts/page.ts';
import { Rich } from '../parts/rich.tsx';
import { pack } from '../state/share.ts';
import type { State } from '../state/state.ts';
import { requestName } from './names.ts';
import { RequestBar } from './request-bar.tsx';
import { TakeAway } from './take-away.tsx';

export interface TextPaneProps {
  state: State;
  report: Checked;
  fields: FieldInfo[];
  handle: { current: Pick<Editor, 'select' | 'selectAll'> | null };
  onSeen(seen: Stretch): void;
  onFix(finding: Finding): void;
  onFiles(files: FileList): void;
}

export function TextPane({ state, report, fields, handle, onSeen, onFix, onFiles }: TextPaneProps) {
  const { store, texts, take, copy, toast, say } = usePage();
  const { text, as, provider } = state;
  const [path, setPath] = useState<Step[]>([]);
  const onCursor = useCallback((next: Step[]) => setPath((old) => (JSON.stringify(old) === JSON.stringify(next) ? old : next)), []);
  const files = useRef<HTMLInputElement>(null);

  async function format(): Promise<void> {
    const { formatted } = await import('../form/edits.ts');
    const done = formatted(store.state.text);
    if (done === null) return toast(texts.cannotFormat);
    store.change({ text: done });
    say(texts.formatted);
  }

  async function link(): Promise<void> {
    const hash = await pack(store.state);
    if (hash === null) return toast(texts.linkRefused);
    const { origin, pathname } = location;
    if (await copy(`${origin === 'null' ? 'file://' : origin}${pathname}#${hash}`)) toast(texts.linkCopied);
  }

  return (
    <section class="pane text-pane" aria-labelledby="text-title">
      <div class="pane-head">
        <h2 id="text-title" class="visually-hidden">
          {texts.text}
        </h2>
        <select
          class="samples"
          aria-label={texts.samples}
          value=""
          onChange={(event) => {
            const name = event.currentTarget.value as SampleName;
            event.currentTarget.value = '';
            void take(SAMPLES[name].text);
          }}
        >
          <option value="" disabled>
            {texts.chooseSample}
          </option>
          {(Object.keys(SAMPLES) as SampleName[]).map((name) => (
            <option key={name} value={name}>
              {texts.sampleNames[name]}
            </option>
          ))}
        </select>
        <button type="button" class="quiet" title={texts.openTitle} onClick={() => files.current?.click()}>
          <Icon name="open" />
          <span class="short">{texts.open}</span>
        </button>
        <input
          ref={files}
          type="file"
          hidden
          aria-label={texts.openTitle}
          onChange={(event) => {
            if (event.currentTarget.files !== null) onFiles(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
        <span class="space" />
        <button type="button" class="quiet" onClick={() => void format()}>
          <Icon name="format" />
          <span class="short">{texts.format}</span>
        </button>
        <TakeAway text={text} document={report.document} onLink={() => void link()} />
      </div>
      {state.requests.length > 0 && <RequestBar state={state} />}
      <Foreign text={text} />
      <Slot
        text={text}
        fields={fields}
        marks={report.marks}
        handle={handle}
        onChange={(next) => store.type(next)}
        onCursor={onCursor}
        onSeen={onSeen}
        onFix={onFix}
        onPaste={(pasted) => {
          const isTaken = ['request', 'response', 'code'].includes(recognise(pasted));
          if (isTaken) void take(pasted);
          return isTaken;
        }}
      />
      <div class="pane-foot">
        <nav class="place" aria-label={texts.place}>
          {[{ name: texts.wholeBody, from: 0, to: 0 }, ...path].map(({ name, from, to }, index) => (
            <button key={`${from} ${name}`} type="button" class="crumb" onClick={() => handle.current?.select(from, to)}>
              {index === 0 ? name : `/${name}`}
            </button>
          ))}
        </nav>
        <span class="pair">
          <label for="text-is">{texts.textIs}</label>
          <select
            id="text-is"
            value={as ?? ''}
            onChange={(event) =>
              store.change({ as: event.currentTarget.value === '' ? null : (event.currentTarget.value as DocumentName) })
            }
          >
            <option value="">
              {texts.automatic(as === null && report.document !== null ? (texts.documents[report.document] ?? '') : '')}
            </option>
            {Object.entries(texts.documents).map(([name, title]) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </span>
        <span class="pair">
          <label for="cloud">{texts.cloud}</label>
          <select
            id="cloud"
            value={provider}
            onChange={(event) => {
              const next = event.currentTarget.value === 'huawei' ? 'huawei' : 'otc';
              const found = /^(?:huawei-)?v3-(create|update)-request$/.exec(as ?? '');
              const renamed = found === null ? as : requestName('v3', found[1] === 'update' ? 'update' : 'create', next);
              store.change({ provider: next, as: renamed });
            }}
          >
            <option value="otc">{texts.clouds.otc}</option>
            <option value="huawei">{texts.clouds.huawei}</option>
          </select>
        </span>
      </div>
    </section>
  );
}

/** What to do with a text that is no JSON: said kindly, with a button where there is one. */
function Foreign({ text }: { text: string }) {
  const { store, texts, take } = usePage();
  const kind = recognise(text);
  if (kind === 'json' || kind === 'empty' || kind === 'code') return null;
  const says = {
    request: texts.isRequest,
    response: texts.isRequest,
    terraform: texts.isTerraform,
    yaml: texts.isYaml,
    other: texts.isOther,
  }[kind];
  return (
    <section class="request" aria-label={texts.text}>
      <p class="line">
        <span>
          <Rich text={says} />
        </span>
      </p>
      {(kind === 'request' || kind === 'response') && (
        <button type="button" onClick={() => void take(text)}>
          {texts.takeBody}
        </button>
      )}
      {kind === 'terraform' && (
        <button type="button" onClick={() => store.change({ view: 'form' })}>
          {texts.openForm}
        </button>
      )}
    </section>
  );
}
