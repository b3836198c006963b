/** The control of one field: what the text says of it, what may stand there, and what is wrong with it. */

import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { FieldInfo, Finding } from '../checker/types.ts';
import { type Json, type Readable, valueAt, withValue } from '../form/edits.ts';
import { effective, filledIn, isNeeded, type Model, numberOf } from '../form/model.ts';
import { Icon } from '../parts/icon.tsx';
import { usePage } from '../parts/page.ts';
import { Rich, Spoken, sentence } from '../parts/rich.tsx';

export interface ControlProps {
  id: string;
  field: FieldInfo;
  form: Model;
  readable: Readable;
  findings: Finding[];
  onTouch(): void;
  onText(text: string): void;
  onFix(finding: Finding): void;
}

/** Whether a button of the mouse or a finger is down: what it aims at must not move away under it. */
let isPressed = false;
addEventListener('pointerdown', () => (isPressed = true), true);
for (const type of ['pointerup', 'pointercancel']) addEventListener(type, () => (isPressed = false), true);

function afterPress(call: () => void): void {
  if (!isPressed) call();
  else addEventListener('pointerup', () => setTimeout(call), { once: true });
}

export function Control(props: ControlProps) {
  const { id, field, form, readable, findings, onTouch, onText } = props;
  const { texts, say } = usePage();
  const value = valueAt(readable, field.path);
  const holds = effective(form, field.path, readable);
  const isRequired = isNeeded(form, field, readable);
  const isWrong = findings.some(({ severity }) => severity === 'error');
  const described = findings.length === 0 ? `${id}-hint` : `${id}-hint ${id}-error`;
  const set = (next: Json | undefined) => onText(filledIn(form, field, next, readable));

  const words = findings.map(({ message }) => message).join('. ');
  useEffect(() => {
    // Also when the field has just been left, which is when it is told first.
    if (words !== '') say(`${field.label}: ${words.replaceAll('`', '')}`);
  }, [words]);

  const shared = { 'aria-describedby': described, ...(isWrong ? { 'aria-invalid': 'true' as const } : {}) };
  const head = { field, id, isRequired, isSent: value !== undefined };
  const foot = (
    <div id={`${id}-error`} class="complaints">
      {findings.map((finding) => (
        <Complaint key={finding.message} finding={finding} onFix={props.onFix} />
      ))}
    </div>
  );
  const hint = <Hint id={`${id}-hint`} field={field} />;
  const leaveOut =
    value !== undefined && !isRequired && field.type !== 'string' ? (
      <button type="button" class="link small" onClick={() => onText(withValue(readable.text, field.path, undefined))}>
        {texts.leaveOut}
        <Spoken>: {field.label}</Spoken>
      </button>
    ) : null;

  if (field.type === 'boolean' && field.name === 'is_obs_created')
    return (
      <Choices
        {...props}
        head={head}
        hint={hint}
        foot={foot}
        options={[
          { value: 'false', label: texts.existingBucket, hint: '', isChosen: holds === false },
          { value: 'true', label: texts.newBucket, hint: '', isChosen: holds === true },
        ]}
        shared={shared}
        onChoose={(chosen) => set(chosen === 'true')}
        extra={leaveOut}
      />
    );
  if (field.type === 'boolean')
    return (
      <div class="field toggle" data-path={field.path}>
        <input
          id={id}
          type="checkbox"
          checked={holds === true}
          {...shared}
          onChange={(event) => {
            onTouch();
            set(event.currentTarget.checked);
          }}
        />
        <div>
          <Title {...head} />
          {hint}
          {leaveOut}
          {foot}
        </div>
      </div>
    );
  if (field.type === 'array') {
    const chosen = Array.isArray(value) ? value : [];
    return (
      <Choices
        {...props}
        head={head}
        hint={hint}
        foot={foot}
        isMany
        options={(field.enum ?? []).map((option) => ({
          value: option.value,
          label: option.value,
          hint: option.text,
          isChosen: chosen.includes(option.value),
        }))}
        shared={shared}
        onChoose={(name) => set(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name])}
        extra={null}
      />
    );
  }
  if (field.enum !== undefined && field.enum.length > 0)
    return (
      <Choices
        {...props}
        head={head}
        hint={hint}
        foot={foot}
        options={field.enum.map((option) => ({
          value: option.value,
          label: option.value,
          hint: option.text,
          isChosen: holds === option.value,
        }))}
        shared={shared}
        onChoose={(name) => set(name)}
        extra={
          value !== undefined && !isRequired ? (
            <button type="button" class="link small" onClick={() => onText(withValue(readable.text, field.path, undefined))}>
              {texts.leaveOut}
              <Spoken>: {field.label}</Spoken>
            </button>
          ) : null
        }
      />
    );

  const shown = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  const length = [...shown].length;
  const most = field.limits?.max;
  const isNear = most !== undefined && length >= most * 0.8;
  return (
    <div class="field" data-path={field.path}>
      <Title {...head} />
      {hint}
      <input
        id={id}
        type="text"
        spellcheck={false}
        autocapitalize="off"
        autocorrect="off"
        inputMode={field.type === 'integer' ? 'numeric' : 'text'}
        value={shown}
        {...(field.example === undefined ? {} : { placeholder: texts.example(field.example.replaceAll('"', '')) })}
        {...(isRequired ? { 'aria-required': 'true' as const } : {})}
        {...shared}
        onInput={(event) => set(field.type === 'integer' ? numberOf(event.currentTarget.value) : event.currentTarget.value)}
        onBlur={() => afterPress(onTouch)}
      />
      <div class="below">
        {foot}
        {isNear && (
          <p class={length > most ? 'counter over' : 'counter'} aria-hidden="true">
            {texts.characters(length, most)}
          </p>
        )}
      </div>
    </div>
  );
}

function Title({
  field,
  id,
  isRequired,
  isSent,
  isGroup = false,
}: {
  field: FieldInfo;
  id: string;
  isRequired: boolean;
  isSent: boolean;
  isGroup?: boolean;
}) {
  const { texts } = usePage();
  return (
    <div class="title">
      {isGroup ? (
        <span id={`${id}-label`} class="label">
          {field.label}
        </span>
      ) : (
        <label for={id}>{field.label}</label>
      )}
      <code class="name">{field.name}</code>
      {isRequired ? <span class="tag required">{texts.required}</span> : !isSent && <span class="tag">{texts.notSent}</span>}
    </div>
  );
}

function Hint({ id, field }: { id: string; field: FieldInfo }) {
  const { texts } = usePage();
  const { hint, default: value } = field;
  const byDefault = value === undefined ? '' : texts.byDefault(typeof value === 'boolean' ? (value ? texts.on : texts.off) : value);
  return (
    <p id={id} class="hint">
      <Rich text={[hint, byDefault].filter(Boolean).join(' ')} />
    </p>
  );
}

interface ChoicesProps extends ControlProps {
  head: { field: FieldInfo; id: string; isRequired: boolean; isSent: boolean };
  hint: JSX.Element;
  foot: JSX.Element;
  extra: JSX.Element | null;
  options: { value: string; label: string; hint: string; isChosen: boolean }[];
  isMany?: boolean;
  shared: { 'aria-describedby': string; 'aria-invalid'?: 'true' };
  onChoose(value: string): void;
}

function Choices({ id, field, head, hint, foot, extra, options, isMany = false, shared, onChoose, onTouch }: ChoicesProps) {
  return (
    <div class="field" data-path={field.path}>
      <Title {...head} isGroup />
      {hint}
      <div id={id} tabIndex={-1} class="choices" role={isMany ? 'group' : 'radiogroup'} aria-labelledby={`${id}-label`} {...shared}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type={isMany ? 'checkbox' : 'radio'}
              name={id}
              value={option.value}
              checked={option.isChosen}
              onChange={() => {
                onTouch();
                onChoose(option.value);
              }}
            />
            <span>
              {option.label}
              {option.hint !== '' && <small> {option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
      {extra}
      {foot}
    </div>
  );
}

function Complaint({ finding, onFix }: { finding: Finding; onFix(finding: Finding): void }) {
  const { texts } = usePage();
  const { severity, message, fix, rule } = finding;
  // What is missing is written into the control, not into the text.
  const help = rule === 'missing-field' ? texts.fillIn : finding.help;
  return (
    <p class={`complaint ${severity}`}>
      <Icon name={severity} />
      <span>
        <Spoken>{texts.severities[severity]}: </Spoken>
        <Rich text={sentence(message)} />
        {fix === undefined && help !== undefined && (
          <span class="help">
            {' – '}
            <Rich text={help} />
          </span>
        )}
        {fix !== undefined && (
          <>
            {' – '}
            <button type="button" class="link" onClick={() => onFix(finding)}>
              <Rich text={sentence(fix.title)} />
            </button>
          </>
        )}
      </span>
    </p>
  );
}
