/** The view that fills in the text field by field. It holds no values of its own: what it shows is what the text says. */

import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ask } from '../checker/client.ts';
import type { Checked } from '../checker/protocol.ts';
import type { DocumentName, FieldInfo, Finding, Provider } from '../checker/types.ts';
import { type Json, type Readable, read, valueAt } from '../form/edits.ts';
import { type Group, groups, isAsked, isIncluded, type Model, model, only, switched } from '../form/model.ts';
import { Icon } from '../parts/icon.tsx';
import { usePage } from '../parts/page.ts';
import { Rich, Spoken, sentence } from '../parts/rich.tsx';
import { bringBack, isUnwritten, type State } from '../state/state.ts';
import { Control } from './control.tsx';
import { type Purpose, requestName, type Version } from './names.ts';
import { Verdict } from './verdict.tsx';

export interface FormProps {
  state: State;
  report: Checked;
  /** Whether the report is on what is there now. */
  isCurrent: boolean;
  fields: FieldInfo[];
  onFix(finding: Finding): void;
}

export default function FormView({ state, report, isCurrent, fields, onFix }: FormProps) {
  const { store, texts, notify } = usePage();
  const { as, text, provider } = state;
  // Where nobody has written anything, an empty body is on its way.
  const isStarting = isUnwritten(state);
  const document = as ?? (isStarting ? null : report.document) ?? 'v3-create-request';
  const isRequest = document.endsWith('-request');
  const version: Version = document.startsWith('v1') ? 'v1' : 'v3';
  const purpose: Purpose = document.includes('-update-') ? 'update' : 'create';
  const readable = useMemo(() => read(text), [text]);

  /** Chooses another request. A body that nobody has written in becomes that of the request; one of no request is replaced. */
  async function choose(next: DocumentName, cloud: Provider = provider): Promise<void> {
    store.change({ as: next, provider: cloud });
    const leasts = await ask('leasts');
    const least = leasts[next] ?? '{}';
    // What was written or chosen meanwhile stays.
    if (store.state.text !== text || store.state.as !== next) return;
    if (text.trim() === '' || Object.values(leasts).includes(text)) store.change({ text: least });
    else if (!isRequest) {
      store.replace({ text: least, as: next });
      notify({ text: texts.replaced, action: { label: texts.bringBack, run: () => bringBack(store) } });
    }
  }

  async function startNew(): Promise<void> {
    const leasts = await ask('leasts');
    // What was chosen meanwhile counts.
    const chosen = store.state.as;
    const name = chosen?.endsWith('-request') === true ? chosen : isRequest ? document : requestName('v3', 'create', provider);
    store.replace({ text: leasts[name] ?? '{}', as: name });
  }

  return (
    <section class="pane side-pane form-view" aria-labelledby="side-title">
      <div class="pane-head">
        <h2 id="side-title" tabIndex={-1}>
          {texts.formTitle}
        </h2>
        <Verdict report={report} text={text} />
      </div>
      <div class="purposes">
        <fieldset class="segments">
          <legend class="visually-hidden">{texts.whatFor}</legend>
          {(['create', 'update'] as const).map((name) => (
            <label key={name}>
              <input
                type="radio"
                name="purpose"
                checked={isRequest && purpose === name}
                onChange={() => void choose(requestName(version, name, provider))}
              />
              <span>{texts.purposes[name]}</span>
            </label>
          ))}
        </fieldset>
        <fieldset class="segments">
          <legend class="visually-hidden">{texts.apiVersion}</legend>
          {(['v3', 'v1'] as const).map((name) => (
            <label key={name}>
              <input
                type="radio"
                name="version"
                checked={isRequest && version === name}
                onChange={() => void choose(requestName(name, purpose, provider))}
              />
              <span>{name === 'v1' ? texts.oldVersion : name}</span>
            </label>
          ))}
        </fieldset>
        <fieldset class="segments">
          <legend class="visually-hidden">{texts.cloud}</legend>
          {(['otc', 'huawei'] as const).map((name) => (
            <label key={name}>
              <input
                type="radio"
                name="cloud"
                checked={provider === name}
                onChange={() => void choose(requestName(version, purpose, name), name)}
              />
              <span>{texts.clouds[name]}</span>
            </label>
          ))}
        </fieldset>
        <button type="button" class="quiet" onClick={() => void startNew()}>
          {texts.startNew}
        </button>
      </div>
      {!isRequest ? (
        <p class="empty">{texts.notARequest}</p>
      ) : isStarting ? (
        <p class="empty">{texts.checking}</p>
      ) : readable === null ? (
        <div class="empty">
          <p>{texts.unreadable}</p>
          <div class="tools">
            <button type="button" class="primary" onClick={() => store.change({ view: 'check' })}>
              {texts.findings}
            </button>
          </div>
        </div>
      ) : (
        fields.length > 0 && (
          <Fields
            key={document}
            document={document}
            fields={fields}
            readable={readable}
            report={report}
            isCurrent={isCurrent}
            onFix={onFix}
          />
        )
      )}
    </section>
  );
}

interface FieldsProps {
  document: DocumentName;
  fields: FieldInfo[];
  readable: Readable;
  report: Checked;
  isCurrent: boolean;
  onFix(finding: Finding): void;
}

function Fields({ document, fields, readable, report, isCurrent, onFix }: FieldsProps) {
  const { store, texts } = usePage();
  const form = useMemo(() => model(document, fields), [document, fields]);
  const order = useMemo(() => groups(form), [form]);
  const [touched, setTouched] = useState(() => filled(fields, readable));
  const outcome = useRef<HTMLElement>(null);
  const [isSubmitted, setSubmitted] = useState(false);
  const [isSummed, setSummed] = useState(false);
  // What was asked for is told of what is there now, never of what was there before.
  useEffect(() => {
    if (isSubmitted && isCurrent) setSummed(true);
  }, [isSubmitted, isCurrent]);
  useEffect(() => {
    if (isSummed) outcome.current?.focus();
  }, [isSummed]);
  const touch = (path: string) => touched.has(path) || setTouched(new Set([...touched, path]));

  const known = new Set(fields.map(({ path }) => path));
  const findingsOf = (path: string) =>
    report.findings.filter((finding) => finding.path === path && finding.rule !== 'obs-option-without-bucket');
  // How long traces are kept is said above.
  const general = report.findings
    .filter(({ rule }) => rule !== 'short-retention')
    .filter(
      ({ path = '', rule }) => !known.has(path) || rule === 'obs-option-without-bucket' || form.byPointer.get(path)?.type === 'object',
    );
  const wrong = report.findings.filter(({ severity }) => severity !== 'info');
  const tone = wrong.some(({ severity }) => severity === 'error') ? 'error' : wrong.length > 0 ? 'warning' : 'ok';

  /** Switches on what a finding misses, and brings the name of its bucket before whoever is to give it. */
  function nameBucket({ rule }: Finding): void {
    const [path, name] = rule === 'data-tracker-without-bucket' ? ['/data_bucket', 'data_bucket_name'] : ['/obs_info', 'bucket_name'];
    const object = form.byPointer.get(path);
    if (object !== undefined && !isIncluded(readable, object)) store.change({ text: switched(form, object, true, readable), as: document });
    setTimeout(() => globalThis.document.getElementById(idOf(`${path}/${name}`))?.focus(), 50);
  }

  return (
    <form
      class="tracker-form"
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        setSubmitted(true);
        outcome.current?.focus();
      }}
    >
      {isSummed && (
        <section ref={outcome} tabIndex={-1} class={`outcome ${tone}`}>
          {tone !== 'ok' ? (
            <>
              <h3 class="headline">
                <Icon name={tone} />
                {texts.summary(wrong.length)}
              </h3>
              <ul>
                {wrong.map((finding) => (
                  <li key={`${finding.rule} ${finding.path}`}>
                    <a
                      href={`#${idOf(finding.path ?? '')}`}
                      onClick={(event) => {
                        event.preventDefault();
                        const target =
                          globalThis.document.getElementById(idOf(finding.path ?? '')) ?? globalThis.document.getElementById('form-notes');
                        target?.focus();
                      }}
                    >
                      {form.byPointer.has(finding.path ?? '') && `${form.byPointer.get(finding.path ?? '')?.label}: `}
                      <Rich text={sentence(finding.message)} />
                    </a>
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <>
              <p class="headline">
                <Icon name="ok" />
                {texts.verdicts.send}
              </p>
              <p class="hint">{texts.stillRefused}</p>
            </>
          )}
        </section>
      )}
      <Kept readable={readable} form={form} />
      {order.map((group) => (
        <Section key={`${group.name} ${group.object?.path ?? group.fields[0]?.path}`} group={group} form={form} readable={readable}>
          {group.fields
            .filter((field) => isAsked(form, field, readable))
            .map((field) => (
              <Control
                key={field.path}
                id={idOf(field.path)}
                field={field}
                form={form}
                readable={readable}
                findings={isSubmitted || touched.has(field.path) ? findingsOf(field.path) : []}
                onTouch={() => touch(field.path)}
                onText={(text) => store.change({ text, as: document })}
                onFix={onFix}
              />
            ))}
        </Section>
      ))}
      {general.length > 0 && (
        <ul id="form-notes" tabIndex={-1} class="notes plain">
          {general.map((finding) => (
            <Note key={`${finding.rule} ${finding.path}`} finding={finding} onFix={onFix} onBucket={nameBucket} />
          ))}
        </ul>
      )}
      <dl class="always">
        {fields.flatMap((field) => {
          const value = only(field, form);
          return value === null
            ? []
            : [
                <div key={field.path}>
                  <dt>{field.label}</dt>{' '}
                  <dd>
                    <code>{value}</code>
                  </dd>
                </div>,
              ];
        })}
      </dl>
      <div class="actions">
        <button type="submit" class="primary">
          {texts.submit}
        </button>
      </div>
    </form>
  );
}

const idOf = (path: string) => `field${path.replaceAll('/', '-')}`;

/** What stands in the text already was filled in by somebody: its mistakes are told at once. */
function filled(fields: FieldInfo[], readable: Readable): Set<string> {
  return new Set(fields.filter(({ path }) => valueAt(readable, path) !== undefined).map(({ path }) => path));
}

/** How long traces are kept with what the text says: the question that a tracker answers. */
function Kept({ readable, form }: { readable: Readable; form: Model }) {
  const { texts } = usePage();
  const value = (pointer: string): Json | undefined => valueAt(readable, pointer);
  const bucket = form.byPointer.has('/obs_info/bucket_name') ? value('/obs_info/bucket_name') : value('/bucket_name');
  const lts = value('/is_lts_enabled') === true || value('/lts/is_lts_enabled') === true;
  const kept = typeof bucket === 'string' && bucket !== '' ? 'bucket' : lts ? 'lts' : 'none';
  return (
    <p class={`kept ${kept}`}>
      <Icon name="wait" />
      <span>
        <strong>{texts.groups.keep}: </strong>
        {texts.kept[kept]}
      </span>
    </p>
  );
}

function Section({ group, form, readable, children }: { group: Group; form: Model; readable: Readable; children: ComponentChildren }) {
  const { store, texts } = usePage();
  const kept = useRef<Json | undefined>(undefined);
  const { object, name } = group;
  const id = `group-${object?.name ?? name}-${group.fields[0]?.name ?? ''}`;
  const title = object === null ? texts.groups[name] : object.label;
  const isOn = object === null || isIncluded(readable, object);
  const canSwitch = object !== null && !object.required;
  return (
    <section class="group" role="group" aria-labelledby={id}>
      <header>
        <div>
          <h3 id={id}>{title}</h3>
          {object !== null && (
            <p class="hint" id={`${id}-hint`}>
              <Rich text={object.hint} />
            </p>
          )}
        </div>
        {canSwitch && object !== null && (
          <input
            type="checkbox"
            role="switch"
            class="switch"
            aria-label={object.label}
            aria-describedby={`${id}-hint`}
            checked={isOn}
            onChange={(event) => {
              const on = event.currentTarget.checked;
              if (!on) kept.current = valueAt(readable, object.path);
              store.change({ text: switched(form, object, on, readable, kept.current), as: form.document });
            }}
          />
        )}
      </header>
      {isOn && <div class="members">{children}</div>}
    </section>
  );
}

/** Rules whose remedy in a form is to name a bucket. */
const NAMES_BUCKET = new Set(['partial-update', 'obs-option-without-bucket', 'data-tracker-without-bucket']);

function Note({ finding, onFix, onBucket }: { finding: Finding; onFix(finding: Finding): void; onBucket(finding: Finding): void }) {
  const { texts, store } = usePage();
  const { severity, message, help, fix, rule } = finding;
  return (
    <li class={`note ${severity}`}>
      <Icon name={severity} />
      <div>
        <p>
          <Spoken>{texts.severities[severity]}: </Spoken>
          <Rich text={sentence(message)} />
        </p>
        {rule === 'deprecated-api' ? (
          <button type="button" class="link" onClick={() => store.change({ view: 'translate' })}>
            {texts.translateThis}
          </button>
        ) : NAMES_BUCKET.has(rule) ? (
          <button type="button" class="small" onClick={() => onBucket(finding)}>
            {texts.nameBucket}
          </button>
        ) : fix !== undefined ? (
          <button type="button" class="small" onClick={() => onFix(finding)}>
            <Icon name="wrench" />
            <Rich text={sentence(fix.title)} />
          </button>
        ) : (
          help !== undefined &&
          rule !== 'short-retention' && (
            <p class="hint">
              <Rich text={sentence(help)} />
            </p>
          )
        )}
      </div>
    </li>
  );
}
