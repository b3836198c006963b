/** The form: a control for each field of a request, and what is wrong with what was put in. */

import { check, V1, V3, type FieldInfo, type Finding, type Report, type RequestDocument } from './engine.ts';
import { attribute, h, icon, put, rich, sentence } from './dom.ts';
import { body, effective, include, isDemanded, isIncluded, isWanted, model, parent, type Model } from './form-model.ts';
import { toUtf16 } from './offsets.ts';
import type { Announcer } from './announcer.ts';
import type { Store, Values } from './state.ts';
import type { Texts } from './texts/index.ts';

type GroupName = keyof Texts['groups'];

/** How the fields are arranged; every field that is not named here follows in a group of its own. */
const GROUPS: Record<RequestDocument, { name: GroupName; fields: string[] }[]> = {
  [V3]: [
    { name: 'tracker', fields: ['/tracker_type', '/tracker_name'] },
    { name: 'bucket', fields: ['/obs_info', '/obs_info/is_obs_created'] },
    { name: 'verification', fields: ['/is_support_validate'] },
    { name: 'lts', fields: ['/is_lts_enabled'] },
  ],
  [V1]: [
    { name: 'bucket', fields: ['/is_obs_created', '/bucket_name', '/file_prefix_name', '/is_support_trace_files_encryption', '/kms_id'] },
    { name: 'verification', fields: ['/log_file_validate'] },
    { name: 'lts', fields: ['/lts'] },
  ],
};

export interface Checked {
  document: RequestDocument;
  text: string;
  report: Report;
  /** The findings that are shown by now. */
  shown: Finding[];
}

interface Control {
  field: FieldInfo;
  root: HTMLElement;
  /** What takes the focus. */
  focus: HTMLElement;
  show(values: Values): void;
  complain(findings: Finding[], text: string): void;
}

/** Whether a button of the mouse or a finger is down. */
let pressed = false;
addEventListener('pointerdown', () => (pressed = true), true);
for (const type of ['pointerup', 'pointercancel']) addEventListener(type, () => (pressed = false), true);

/** Calls at once, or after a press that is going on: what it aims at must not move away under it. */
function afterPress(call: () => void): void {
  if (!pressed) call();
  else addEventListener('pointerup', () => setTimeout(call), { once: true });
}

export interface FormView {
  element: HTMLElement;
  /** Brings everything in step with the store. */
  refresh(): void;
}

export function formView(store: Store, texts: Texts, announcer: Announcer, onChecked: (checked: Checked) => void): FormView {
  const { document: name } = store.state;
  const form = model(name);
  const touched = new Set<string>(Object.keys(store.state.forms[name]));
  let submitted = false;

  const values = () => store.state.forms[name];
  const set = (next: Values, step: 'typing' | 'act' = 'typing') =>
    store.change({ forms: { ...store.state.forms, [name]: next } }, step);
  const enter = (field: FieldInfo, value: string | boolean) => set({ ...values(), [field.path]: value });

  const controls: Control[] = [];
  const outcome = h('section', { className: 'outcome', tabIndex: -1, hidden: true });
  const notes = h('ul', { className: 'notes plain' });
  const sections = groups(form).map(({ title, hint, object, fields }) => {
    const members = h('div', { className: 'members' });
    for (const field of fields) {
      const control = makeControl(field);
      controls.push(control);
      members.append(control.root);
    }
    const id = `group-${fields[0]?.path.replaceAll('/', '-') ?? title}`;
    const legend = h('h2', { id }, title);
    const section = h('section', { className: 'group', attrs: { role: 'group', 'aria-labelledby': id } });
    if (object === null) {
      section.append(h('header', {}, legend), members);
      return { section, refresh: () => {} };
    }
    const input = h('input', {
      type: 'checkbox',
      className: 'switch',
      attrs: { role: 'switch', 'aria-label': texts.include(object.label) },
      on: {
        change: () => {
          set(include(form, object, values(), input.checked), 'act');
        },
      },
    });
    section.append(h('header', {}, h('div', {}, legend, hint ? h('p', { className: 'hint' }, rich(hint)) : null), input), members);
    return {
      section,
      refresh: () => {
        const included = isIncluded(form, object, values());
        input.checked = included;
        members.hidden = !included;
      },
    };
  });

  const element = h(
    'form',
    {
      className: 'tracker-form',
      noValidate: true,
      autocomplete: 'off',
      on: {
        submit: (event: Event) => {
          event.preventDefault();
          submit();
        },
      },
    },
    outcome,
    ...sections.map(({ section }) => section),
    notes,
    h(
      'div',
      { className: 'actions' },
      h('button', { type: 'submit', className: 'primary' }, texts.submit),
      h('button', { type: 'button', className: 'quiet', on: { click: clear } }, texts.clear),
    ),
  );

  function refresh(): void {
    const current = values();
    const text = JSON.stringify(body(form, current), null, 2);
    const report = check(text, name);
    const byPath = new Map<string, Finding[]>();
    for (const finding of report.findings) {
      const control = home(finding);
      if (control === undefined) continue;
      const list = byPath.get(control.field.path);
      if (list === undefined) byPath.set(control.field.path, [finding]);
      else list.push(finding);
    }
    for (const section of sections) section.refresh();
    const shown: Finding[] = [];
    for (const control of controls) {
      const { field } = control;
      control.root.hidden = !isWanted(form, field, current);
      control.show(current);
      const visible = submitted || touched.has(field.path);
      const findings = visible ? (byPath.get(field.path) ?? []) : [];
      shown.push(...findings);
      control.complain(findings, text);
    }
    const general = report.findings.filter((finding) => home(finding) === undefined);
    put(notes, ...general.map((finding) => note(finding)));
    if (submitted) showOutcome(report.findings);
    onChecked({ document: name, text, report, shown: [...general, ...shown] });
  }

  function home(finding: Finding): Control | undefined {
    return controls.find(({ field }) => field.path === finding.path);
  }

  function submit(): void {
    submitted = true;
    refresh();
    outcome.focus();
  }

  function showOutcome(findings: Finding[]): void {
    outcome.hidden = false;
    const errors = controls.flatMap((control) => {
      const finding = findings.find(({ path, severity }) => path === control.field.path && severity === 'error');
      return finding === undefined ? [] : [{ control, finding }];
    });
    const others = findings.filter((finding) => finding.severity === 'error' && home(finding) === undefined);
    outcome.className = errors.length + others.length > 0 ? 'outcome error' : 'outcome ok';
    if (errors.length + others.length === 0) {
      put(
        outcome,
        h('p', { className: 'headline' }, icon('ok'), texts.ready),
        h('p', { className: 'hint' }, texts.stillRefused),
      );
      return;
    }
    put(
      outcome,
      h('h2', { className: 'headline' }, icon('error'), texts.summary(errors.length + others.length)),
      h(
        'ul',
        {},
        ...errors.map(({ control, finding }) =>
          h(
            'li',
            {},
            h(
              'button',
              { type: 'button', className: 'link', on: { click: () => control.focus.focus() } },
              h('span', {}, `${control.field.label}: `, rich(finding.message)),
            ),
          ),
        ),
        ...others.map((finding) => h('li', {}, rich(sentence(finding.message)))),
      ),
    );
  }

  function clear(): void {
    submitted = false;
    touched.clear();
    outcome.hidden = true;
    set({}, 'act');
  }

  function note(finding: Finding): HTMLElement {
    return h(
      'li',
      { className: `note ${finding.severity}` },
      icon(finding.severity),
      h(
        'div',
        {},
        h('p', {}, h('span', { className: 'visually-hidden' }, `${texts.severities[finding.severity]}: `), rich(sentence(finding.message))),
        finding.help ? h('p', { className: 'hint' }, rich(sentence(finding.help))) : null,
      ),
    );
  }

  function touch(field: FieldInfo): void {
    if (touched.has(field.path)) return;
    touched.add(field.path);
    refresh();
  }

  function makeControl(field: FieldInfo): Control {
    if (field.type === 'boolean' && field.name === 'is_obs_created') {
      return choice(field, [
        { value: 'false', label: texts.existingBucket, hint: '' },
        { value: 'true', label: texts.newBucket, hint: '' },
      ], (value) => value === 'true');
    }
    if (field.type === 'boolean') return toggle(field);
    if (field.enum !== undefined && field.enum.length > 0) {
      return choice(field, field.enum.map(({ value, text }) => ({ value, label: value, hint: text })), (value) => value);
    }
    return line(field);
  }

  /** The parts that every control has. */
  function frame(field: FieldInfo) {
    const id = `field${field.path.replaceAll('/', '-')}`;
    const error = h('div', { id: `${id}-error`, className: 'complaints' });
    const mark = h('span', { className: 'required', hidden: true }, texts.required);
    const byDefault =
      field.default === undefined
        ? ''
        : texts.byDefault(typeof field.default === 'boolean' ? (field.default ? texts.on : texts.off) : field.default);
    const hint = h('p', { id: `${id}-hint`, className: 'hint' }, rich([field.hint, byDefault].filter(Boolean).join(' ')));
    const name = h('code', { className: 'name' }, field.name);
    return { id, error, mark, hint, name };
  }

  function complaints(field: FieldInfo, target: HTMLElement, describe: HTMLElement, hintId: string) {
    let before = '';
    return (findings: Finding[], text: string) => {
      const wrong = findings.some(({ severity }) => severity === 'error');
      const key = findings.map((finding) => finding.message).join('\n');
      attribute(describe, 'aria-invalid', wrong ? 'true' : null);
      attribute(describe, 'aria-describedby', key === '' ? hintId : `${hintId} ${target.id}`);
      if (key === before) return;
      before = key;
      put(target, ...findings.map((finding) => complaint(field, finding, text)));
      if (target.closest('.field')?.contains(document.activeElement)) announcer.say(target.textContent ?? '');
    };
  }

  function complaint(field: FieldInfo, finding: Finding, text: string): HTMLElement {
    const better = mended(field, finding, text);
    const help = better === null ? finding.help : beside(finding);
    return h(
      'p',
      { className: `complaint ${finding.severity}` },
      icon(finding.severity),
      h(
        'span',
        {},
        h('span', { className: 'visually-hidden' }, `${texts.severities[finding.severity]}: `),
        rich(sentence(finding.message)),
        help ? h('span', { className: 'help' }, ' – ', rich(help)) : null,
        ' ',
        better === null
          ? null
          : h(
              'button',
              { type: 'button', className: 'link', on: { click: () => use(field, better) } },
              rich(texts.use(`\`${better}\``)),
            ),
      ),
    );
  }

  /** The help of a finding beside a button that says what to write. */
  function beside({ help = '', fix }: Finding): string {
    const title = fix?.title ?? '';
    return help.endsWith(title) ? help.slice(0, help.length - title.length).replace(/[:：]\s*$/, '') : help;
  }

  function use(field: FieldInfo, value: string): void {
    enter(field, value);
    controls.find((control) => control.field === field)?.focus.focus();
  }

  /** The value that the fix of a finding would give the field. */
  function mended(field: FieldInfo, { fix }: Finding, text: string): string | null {
    if (fix === undefined || field.type !== 'string') return null;
    const at = toUtf16(text);
    let result = '';
    let end = 0;
    for (const edit of fix.edits) {
      result += text.slice(end, at(edit.start)) + edit.text;
      end = at(edit.end);
    }
    result += text.slice(end);
    try {
      let value: unknown = JSON.parse(result);
      for (const step of field.path.split('/').slice(1)) value = (value as Record<string, unknown>)[step];
      return typeof value === 'string' && value !== values()[field.path] ? value : null;
    } catch {
      return null;
    }
  }

  function line(field: FieldInfo): Control {
    const { id, error, mark, hint, name } = frame(field);
    const counter = h('p', { className: 'counter', attrs: { 'aria-hidden': 'true' } });
    const input = h('input', {
      id,
      type: 'text',
      spellcheck: false,
      attrs: {
        autocapitalize: 'off',
        autocorrect: 'off',
        placeholder: field.example === undefined ? null : texts.example(String(JSON.parse(field.example))),
        'aria-describedby': hint.id,
      },
      on: {
        input: () => enter(field, input.value),
        blur: () => afterPress(() => touch(field)),
      },
    });
    const root = h(
      'div',
      { className: 'field', attrs: { 'data-path': field.path } },
      h('div', { className: 'title' }, h('label', { htmlFor: id }, field.label), name, mark),
      hint,
      input,
      h('div', { className: 'below' }, error, counter),
    );
    return {
      field,
      root,
      focus: input,
      show(current) {
        const value = effective(form, field, current);
        const text = typeof value === 'string' ? value : '';
        if (input.value !== text) input.value = text;
        const required = field.required || isDemanded(form, field, current);
        mark.hidden = !required;
        attribute(input, 'aria-required', required ? 'true' : null);
        const most = field.limits?.max;
        const length = [...text].length;
        const near = most !== undefined && length >= most * 0.8;
        counter.textContent = near ? texts.characters(length, most) : '';
        counter.classList.toggle('over', near && length > most);
      },
      complain: complaints(field, error, input, hint.id),
    };
  }

  function toggle(field: FieldInfo): Control {
    const { id, error, hint, name } = frame(field);
    const input = h('input', {
      id,
      type: 'checkbox',
      attrs: { 'aria-describedby': hint.id },
      on: {
        change: () => {
          touched.add(field.path);
          enter(field, input.checked);
        },
      },
    });
    const root = h(
      'div',
      { className: 'field toggle', attrs: { 'data-path': field.path } },
      input,
      h('div', {}, h('div', { className: 'title' }, h('label', { htmlFor: id }, field.label), name), hint, error),
    );
    return {
      field,
      root,
      focus: input,
      show(current) {
        input.checked = effective(form, field, current) === true;
      },
      complain: complaints(field, error, input, hint.id),
    };
  }

  function choice(
    field: FieldInfo,
    options: { value: string; label: string; hint: string }[],
    read: (value: string) => string | boolean,
  ): Control {
    const { id, error, hint, name, mark } = frame(field);
    mark.hidden = !field.required;
    const inputs = options.map(({ value }) =>
      h('input', {
        type: 'radio',
        name: id,
        value,
        on: {
          change: () => {
            touched.add(field.path);
            enter(field, read(value));
          },
        },
      }),
    );
    const group = h(
      'div',
      { className: 'choices', attrs: { role: 'radiogroup', 'aria-labelledby': `${id}-label`, 'aria-describedby': hint.id } },
      ...options.map((option, index) =>
        h(
          'label',
          {},
          inputs[index],
          h('span', {}, option.label, option.hint ? h('small', {}, option.hint) : null),
        ),
      ),
    );
    const root = h(
      'div',
      { className: 'field', attrs: { 'data-path': field.path } },
      h('div', { className: 'title' }, h('span', { id: `${id}-label`, className: 'label' }, field.label), name, mark),
      hint,
      group,
      error,
    );
    return {
      field,
      root,
      focus: inputs[0] ?? root,
      show(current) {
        const value = effective(form, field, current);
        for (const input of inputs) input.checked = value !== undefined && read(input.value) === value;
      },
      complain: complaints(field, error, group, hint.id),
    };
  }

  function groups({ fields, byPointer }: Model) {
    const left = new Set(fields);
    const take = (pointer: string): FieldInfo[] => {
      const field = byPointer.get(pointer);
      if (field === undefined || !left.delete(field)) return [];
      return field.type === 'object' ? [] : [field];
    };
    const result: { title: string; hint: string; object: FieldInfo | null; fields: FieldInfo[] }[] = [];
    for (const { name: group, fields: pointers } of GROUPS[name]) {
      const object = pointers.map((pointer) => byPointer.get(pointer)).find((field) => field?.type === 'object') ?? null;
      const members = object === null ? [] : fields.filter((field) => parent(field.path) === object.path);
      const taken = [...pointers, ...members.map(({ path }) => path)].flatMap(take);
      result.push({
        title: object === null ? texts.groups[group] : object.label,
        hint: object === null ? '' : object.hint,
        object: object !== null && !object.required ? object : null,
        fields: taken,
      });
    }
    const rest = [...left].filter((field) => field.type !== 'object');
    if (rest.length > 0) result.push({ title: texts.groups.other, hint: '', object: null, fields: rest });
    return result;
  }

  return { element, refresh };
}
