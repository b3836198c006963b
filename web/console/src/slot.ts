/**
 * The place of an editor. A plain text area stands there until the editor has been loaded, and if it never is: texts can
 * be pasted and are checked from the start.
 */

import type { Step } from './assist.ts';
import { h } from './dom.ts';
import type { Editor } from './editor.ts';
import type { DocumentName, Finding } from './engine.ts';
import type { Texts } from './texts/index.ts';

export interface SlotOptions {
  label: string;
  texts: Texts;
  onChange(text: string): void;
  onCursor(path: Step[]): void;
}

export interface Slot {
  element: HTMLElement;
  setText(text: string): void;
  setFindings(findings: Finding[], document: DocumentName | null): void;
  goTo(finding: Finding): void;
  apply(finding: Finding): void;
  select(from: number, to: number): void;
  /** Loads the editor, the first time. */
  open(): void;
  destroy(): void;
}

export function slot(text: string, options: SlotOptions): Slot {
  const area = h('textarea', {
    className: 'plain-editor',
    spellcheck: false,
    value: text,
    attrs: { 'aria-label': options.label, autocapitalize: 'off', autocorrect: 'off' },
    on: { input: () => options.onChange(area.value) },
  });
  const host = h('div', { className: 'editor-host', hidden: true });
  const element = h('div', { className: 'slot' }, area, host);
  let editor: Editor | undefined;
  let opening = false;
  let known: { findings: Finding[]; document: DocumentName | null } = { findings: [], document: null };

  async function open(): Promise<void> {
    if (opening) return;
    opening = true;
    const { mountEditor } = await import('./editor.ts').catch(() => {
      opening = false;
      return { mountEditor: undefined };
    });
    if (mountEditor === undefined || !element.isConnected) return;
    const focused = document.activeElement === area;
    const { selectionStart, selectionEnd } = area;
    host.hidden = false;
    editor = mountEditor(host, { ...options, text: area.value });
    area.remove();
    editor.setFindings(known.findings, known.document);
    if (focused) editor.select(selectionStart, selectionEnd);
    element.classList.add('ready');
  }

  return {
    element,
    setText(next) {
      if (editor !== undefined) editor.setText(next);
      else if (area.value !== next) area.value = next;
    },
    setFindings(findings, name) {
      known = { findings, document: name };
      editor?.setFindings(findings, name);
    },
    goTo(finding) {
      if (editor !== undefined) editor.goTo(finding);
      else area.focus();
    },
    apply: (finding) => editor?.apply(finding),
    select: (from, to) => editor?.select(from, to),
    open: () => void open(),
    destroy: () => editor?.destroy(),
  };
}
