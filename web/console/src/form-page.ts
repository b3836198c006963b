/** The view of the form: the form itself, and beside it the body that it makes. */

import type { Announcer } from './announcer.ts';
import { copy, download } from './clipboard.ts';
import { h, icon, put } from './dom.ts';
import type { View } from './editor-view.ts';
import { endpoint, V1, V3, type RequestDocument } from './engine.ts';
import { formView, type Checked, type FormView } from './form.ts';
import { count, highlight, marksOf } from './json-view.ts';
import type { Store } from './state.ts';
import type { Texts } from './texts/index.ts';

const VERSIONS: { document: RequestDocument; name: string }[] = [
  { document: V3, name: 'v3' },
  { document: V1, name: 'v1' },
];

/** A command that sends the body; what is secret or differs from place to place comes from the shell. */
function curl(document: RequestDocument, body: string): string {
  const path = endpoint(document).replace('{project_id}', '$PROJECT_ID');
  return [
    `curl -sS -X POST "$CTS_ENDPOINT${path}" \\`,
    '  -H "X-Auth-Token: $TOKEN" \\',
    `  -H 'Content-Type: application/json' \\`,
    `  --data-binary @- <<'JSON'`,
    body,
    'JSON',
  ].join('\n');
}

export function formPage(store: Store, texts: Texts, announcer: Announcer): View {
  const place = h('div', { className: 'form-place' });
  const json = h('pre', { className: 'code', tabIndex: 0, attrs: { role: 'region', 'aria-label': texts.body } });
  const verdict = h('p', { className: 'verdict' });
  const command = h('pre', { className: 'code small', tabIndex: 0, attrs: { role: 'region', 'aria-label': texts.curl } });
  let form: FormView;
  let document: RequestDocument;
  let checked: Checked | undefined;

  const versions = VERSIONS.map((version) => {
    const input = h('input', {
      type: 'radio',
      name: 'api-version',
      value: version.document,
      on: { change: () => store.change({ document: version.document }, 'act') },
    });
    const label = h('label', {}, input, h('span', {}, version.name, version.document === V1 ? h('small', {}, texts.deprecated) : null));
    return { ...version, input, label };
  });

  const element = h(
    'section',
    { className: 'view form-view', attrs: { 'aria-labelledby': 'form-title' } },
    h(
      'header',
      { className: 'view-head' },
      h('div', {}, h('h1', { id: 'form-title', tabIndex: -1 }, texts.configure)),
      h(
        'div',
        { className: 'segments', attrs: { role: 'radiogroup', 'aria-label': texts.apiVersion } },
        ...versions.map(({ label }) => label),
      ),
    ),
    h(
      'div',
      { className: 'columns' },
      place,
      h(
        'aside',
        { className: 'pane body-pane', attrs: { 'aria-labelledby': 'body-title' } },
        h('div', { className: 'pane-head' }, h('h2', { id: 'body-title' }, texts.body), verdict),
        json,
        h(
          'div',
          { className: 'tools' },
          h('button', { type: 'button', on: { click: () => say(checked?.text ?? '', json) } }, icon('copy'), texts.copyBody),
          h('button', { type: 'button', className: 'quiet', on: { click: save } }, icon('download'), texts.download),
          h('button', { type: 'button', className: 'quiet', on: { click: toEditor } }, texts.openInEditor),
        ),
        h(
          'details',
          { className: 'curl' },
          h('summary', {}, texts.curl),
          command,
          h('p', { className: 'hint' }, texts.curlHint),
          h(
            'button',
            { type: 'button', className: 'quiet', on: { click: () => say(command.textContent ?? '', command) } },
            icon('copy'),
            texts.copyCurl,
          ),
        ),
      ),
    ),
  );

  async function say(text: string, shown: HTMLElement): Promise<void> {
    const done = await copy(text);
    if (!done) getSelection()?.selectAllChildren(shown);
    announcer.say(done ? texts.copied : texts.notCopied);
    toast(done ? texts.copied : texts.notCopied);
  }

  function save(): void {
    download('tracker.json', `${checked?.text ?? ''}\n`);
  }

  function toEditor(): void {
    store.change({ view: 'editor', text: `${checked?.text ?? ''}\n`, as: null }, 'act');
  }

  function show(next: Checked): void {
    const same = checked?.text === next.text && checked.document === next.document;
    checked = next;
    put(json, highlight(next.text, marksOf(next.shown)));
    if (!same) command.textContent = curl(next.document, next.text);
    const counts = count(next.report.findings);
    verdict.className = counts.error > 0 ? 'verdict error' : 'verdict ok';
    put(
      verdict,
      icon(counts.error > 0 ? 'error' : 'ok'),
      texts.counts(counts.error, counts.warning, counts.info) || texts.valid,
    );
  }

  function refresh(): void {
    if (document !== store.state.document) {
      document = store.state.document;
      form = formView(store, texts, announcer, show);
      put(place, form.element);
    }
    for (const version of versions) version.input.checked = version.document === document;
    form.refresh();
  }

  return { element, refresh, open: () => {}, destroy: () => {} };
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** Says shortly, where it is seen, that something was done. */
export function toast(text: string): void {
  const element = globalThis.document.querySelector<HTMLElement>('.toast');
  if (element === null) return;
  element.textContent = text;
  element.classList.add('shown');
  clearTimeout(timer);
  timer = setTimeout(() => element.classList.remove('shown'), 3200);
}
