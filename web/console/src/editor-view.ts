/** The view where a text is pasted and checked. */

import type { Step } from './assist.ts';
import { h, icon, put, rich } from './dom.ts';
import { check, documents, fixSafely, isDocument, V1, type Report } from './engine.ts';
import { findingsList } from './findings.ts';
import { count } from './json-view.ts';
import { slot } from './slot.ts';
import { PUBLISHED_EXAMPLE, type Store } from './state.ts';
import type { Announcer } from './announcer.ts';
import type { Texts } from './texts/index.ts';

export interface View {
  element: HTMLElement;
  refresh(): void;
  /** It is seen now. */
  open(): void;
  destroy(): void;
}

export function editorView(store: Store, texts: Texts, announcer: Announcer): View {
  const editor = slot(store.state.text, {
    label: texts.jsonText,
    texts,
    onChange: (text) => store.change({ text }, 'typing'),
    onCursor: showPlace,
  });
  const why = h('p', { className: 'hint reason' });
  const place = h('nav', { className: 'place', attrs: { 'aria-label': texts.place } });
  const list = h('div', { className: 'list' });
  const verdict = h('p', { className: 'verdict' });
  const fixAll = h('button', { type: 'button', on: { click: fixAllSafely } });
  const translate = h(
    'button',
    { type: 'button', className: 'quiet', on: { click: () => store.change({ view: 'translate', source: store.state.text, allow: [] }, 'act') } },
    texts.translateThis,
  );
  const select = h(
    'select',
    {
      id: 'checked-as',
      on: { change: () => store.change({ as: isDocument(select.value) ? select.value : null }, 'act') },
    },
    h('option', { value: '' }, texts.automatic),
    ...documents().map(({ name }) => h('option', { value: name }, name)),
  );
  const element = h(
    'section',
    { className: 'view editor-view', attrs: { 'aria-labelledby': 'editor-title' } },
    h(
      'header',
      { className: 'view-head' },
      h('div', {}, h('h1', { id: 'editor-title', tabIndex: -1 }, texts.checkBody), h('p', { className: 'intro' }, texts.editorIntro)),
      h(
        'div',
        { className: 'tools' },
        h(
          'button',
          { type: 'button', className: 'quiet', on: { click: () => store.change({ text: PUBLISHED_EXAMPLE, as: null }, 'act') } },
          texts.sample,
        ),
        translate,
      ),
    ),
    h(
      'div',
      { className: 'columns' },
      h(
        'div',
        { className: 'pane code-pane' },
        h(
          'div',
          { className: 'pane-head' },
          h('label', { htmlFor: 'checked-as' }, texts.checkedAs),
          select,
          why,
        ),
        editor.element,
        place,
      ),
      h(
        'section',
        { className: 'pane', attrs: { 'aria-labelledby': 'findings-title' } },
        h('div', { className: 'pane-head' }, h('h2', { id: 'findings-title' }, texts.findings), verdict, fixAll),
        list,
      ),
    ),
  );
  let report: Report | undefined;
  let checked: { text: string; as: string | null } | undefined;

  function showPlace(path: Step[]): void {
    put(
      place,
      h('button', { type: 'button', className: 'crumb', on: { click: () => editor.select(0, 0) } }, texts.wholeBody),
      ...path.map(({ name, from, to }) =>
        h('button', { type: 'button', className: 'crumb', on: { click: () => editor.select(from, to) } }, `/${name}`),
      ),
    );
  }

  function fixAllSafely(): void {
    const text = fixSafely(store.state.text, store.state.as);
    announcer.say(texts.fixed);
    store.change({ text }, 'act');
  }

  function refresh(): void {
    const { text, as } = store.state;
    if (checked?.text === text && checked.as === as) return;
    checked = { text, as };
    report = check(text, as);
    const { document, reason, findings } = report;
    editor.setText(text);
    editor.setFindings(findings, document);
    select.value = as ?? '';
    put(why, ...(as !== null ? [] : [h('strong', {}, document ?? texts.undetected), ' ', rich(texts.because(reason))]));
    const counts = count(findings);
    put(
      verdict,
      icon(counts.error > 0 ? 'error' : 'ok'),
      texts.counts(counts.error, counts.warning, counts.info) || texts.valid,
    );
    verdict.className = counts.error > 0 ? 'verdict error' : 'verdict ok';
    const safe = findings.filter(({ fix }) => fix?.safety === 'safe').length;
    fixAll.hidden = safe === 0;
    put(fixAll, icon('wrench'), texts.fixAll(safe));
    translate.hidden = document !== V1;
    put(
      list,
      findingsList(findings, texts, {
        goTo: (finding) => editor.goTo(finding),
        fix: (finding) => editor.apply(finding),
      }),
    );
    announcer.say(texts.counts(counts.error, counts.warning, counts.info) || texts.noFindings);
  }

  showPlace([]);
  return { element, refresh, open: () => editor.open(), destroy: () => editor.destroy() };
}
