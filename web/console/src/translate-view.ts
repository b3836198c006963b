/** The view where a v1 body becomes a v3 body. */

import type { Announcer } from './announcer.ts';
import { copy } from './clipboard.ts';
import { h, icon, put, rich, sentence } from './dom.ts';
import type { View } from './editor-view.ts';
import { check, translate, V1, type Change } from './engine.ts';
import { findingsList } from './findings.ts';
import { highlight } from './json-view.ts';
import { slot } from './slot.ts';
import type { Store } from './state.ts';
import type { Texts } from './texts/index.ts';

export function translateView(store: Store, texts: Texts, announcer: Announcer): View {
  const editor = slot(store.state.source, {
    label: texts.v1Body,
    texts,
    onChange: (source) => store.change({ source }, 'typing'),
    onCursor: () => {},
  });
  const output = h('pre', { className: 'code', tabIndex: 0, attrs: { role: 'region', 'aria-label': texts.v3Body } });
  const refusal = h('div', { className: 'refusal' });
  const changes = h('div', { className: 'list' });
  const copyButton = h('button', { type: 'button', className: 'quiet', on: { click: copyBody } }, icon('copy'), texts.copyBody);
  const swap = h('button', { type: 'button', className: 'quiet', on: { click: toEditor } }, texts.swap);
  let body: string | null = null;
  const element = h(
    'section',
    { className: 'view translate-view', attrs: { 'aria-labelledby': 'translate-title' } },
    h(
      'header',
      { className: 'view-head' },
      h('div', {}, h('h1', { id: 'translate-title', tabIndex: -1 }, texts.translateTitle), h('p', { className: 'intro' }, texts.translateIntro)),
    ),
    h(
      'div',
      { className: 'columns even' },
      h('div', { className: 'pane code-pane' }, h('div', { className: 'pane-head' }, h('h2', {}, texts.v1Body)), editor.element),
      h(
        'div',
        { className: 'pane code-pane' },
        h('div', { className: 'pane-head' }, h('h2', {}, texts.v3Body), copyButton, swap),
        refusal,
        output,
      ),
    ),
    h(
      'section',
      { className: 'pane changes-pane', attrs: { 'aria-labelledby': 'changes-title' } },
      h('div', { className: 'pane-head' }, h('h2', { id: 'changes-title' }, texts.changes)),
      changes,
    ),
  );
  let done: { source: string; allow: string[] } | undefined;

  async function copyBody(): Promise<void> {
    announcer.say((await copy(body ?? '')) ? texts.copied : texts.notCopied);
  }

  function toEditor(): void {
    if (body !== null) store.change({ view: 'editor', text: body, as: null }, 'act');
  }

  function refresh(): void {
    const { source, allow } = store.state;
    if (done?.source === source && done.allow === allow) return;
    done = { source, allow };
    const result = translate(source, allow);
    const { findings } = check(source, V1);
    editor.setText(source);
    editor.setFindings(findings, V1);
    body = result.body;
    put(output, ...(body === null ? [] : [highlight(body.trimEnd())]));
    output.hidden = body === null;
    copyButton.hidden = swap.hidden = body === null;
    refusal.hidden = body !== null;
    if (result.body === null) {
      const wrong = result.findings.filter(({ severity }) => severity === 'error');
      const words = wrong.length > 0 ? texts.invalid : result.changes.length > 0 ? texts.refused : result.error;
      put(
        refusal,
        h('p', { className: 'headline' }, icon('error'), h('span', {}, rich(sentence(words)))),
        wrong.length > 0
          ? findingsList(wrong, texts, { goTo: (finding) => editor.goTo(finding), fix: (finding) => editor.apply(finding) })
          : null,
      );
      announcer.say(words);
    }
    const accepted = new Set(allow);
    put(
      changes,
      h(
        'ul',
        { className: 'changes plain' },
        ...result.changes.map((change) => changeItem(change, accepted)),
      ),
    );
  }

  function changeItem(change: Change, accepted: Set<string>): HTMLElement {
    const { kind, from, to, severity, message } = change;
    const name = from?.slice(1).replaceAll('/', '.') ?? '';
    const box = h('input', {
      type: 'checkbox',
      checked: accepted.has(name),
      on: {
        change: () => {
          const next = box.checked ? [...store.state.allow, name] : store.state.allow.filter((other) => other !== name);
          store.change({ allow: next }, 'act');
          const again = [...changes.querySelectorAll('input')].find((input) => input.dataset.name === name);
          again?.focus();
        },
      },
    });
    box.dataset.name = name;
    return h(
      'li',
      { className: `change ${kind} ${severity}` },
      h('span', { className: 'kind' }, texts.kinds[kind]),
      h(
        'div',
        {},
        h(
          'p',
          { className: 'path' },
          from === null ? null : h('code', {}, from),
          from !== null && to !== null ? icon('arrow') : null,
          to === null ? null : h('code', {}, to),
        ),
        h('p', { className: 'reason' }, rich(sentence(message))),
        kind === 'lost' && (severity === 'error' || accepted.has(name))
          ? h('label', { className: 'accept' }, box, h('span', {}, rich(texts.accept(`\`${name}\``))))
          : null,
      ),
    );
  }

  return { element, refresh, open: () => editor.open(), destroy: () => editor.destroy() };
}
