/**
 * The editor. It is loaded after the page has been painted.
 *
 * It lives in a shadow root: there CodeMirror brings its styles as constructed style sheets, which a policy without
 * `unsafe-inline` allows. It is made once: a change of language leaves the text and the steps that can be undone.
 */

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { type Action, type Diagnostic, linter, nextDiagnostic, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Stretch } from '../checker/sort.ts';
import type { FieldInfo, Finding } from '../checker/types.ts';
import { later } from '../parts/later.ts';
import type { Texts } from '../texts/index.ts';
import { completions, fieldAt, pathAt, type Step } from './assist.ts';
import { difference } from './difference.ts';
import { colours, looks } from './looks.ts';
import { aboutField, aboutFinding, sentence } from './tooltips.ts';

export interface EditorOptions {
  text: string;
  texts: Texts;
  onChange(text: string): void;
  onCursor(path: Step[]): void;
  /** The part of the text that is seen now. */
  onSeen(seen: Stretch): void;
  /** The fix of a finding was asked for. */
  onFix(finding: Finding): void;
  /** A text is pasted; `true` when somebody else takes it. */
  onPaste(text: string): boolean;
}

export interface Editor {
  /** Replaces what differs, as one step that can be undone. */
  setText(text: string): void;
  setTexts(texts: Texts): void;
  setFields(fields: FieldInfo[]): void;
  setFindings(findings: Finding[]): void;
  select(from: number, to: number): void;
  selectAll(): void;
}

/** What the language of the page changes. */
function language(texts: Texts, fields: () => FieldInfo[]): Extension {
  const about = (field: FieldInfo) => aboutField(field, texts);
  return [
    EditorState.phrases.of({ Completions: texts.completions }),
    EditorView.contentAttributes.of({ 'aria-label': texts.jsonText }),
    autocompletion({ override: [completions(fields, about)], icons: false }),
    hoverTooltip((view, position) => {
      const found = fieldAt(view.state, position, fields());
      return found === null ? null : { pos: found.from, end: found.to, above: false, create: () => ({ dom: about(found.field) }) };
    }),
  ];
}

export function mountEditor(host: HTMLElement, options: EditorOptions): Editor {
  let { texts } = options;
  let findings: Finding[] = [];
  let fields: FieldInfo[] = [];
  let isQuiet = false;
  /** What is marked, as long as the text stays the same. */
  let marked = '';
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const mount = document.createElement('div');
  mount.className = 'mount';
  root.replaceChildren(mount);
  const words = new Compartment();
  const [tellPlace] = later(() => options.onCursor(pathAt(view.state, view.state.selection.main.head)));
  const view = new EditorView({
    root,
    parent: mount,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        lineNumbers(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of('  '),
        bracketMatching(),
        closeBrackets(),
        EditorView.lineWrapping,
        json(),
        syntaxHighlighting(colours),
        linter(null),
        words.of(language(texts, () => fields)),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, { key: 'F8', run: nextDiagnostic }]),
        EditorView.contentAttributes.of({ autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false' }),
        EditorView.domEventHandlers({
          paste: (event) => {
            const isTaken = options.onPaste(event.clipboardData?.getData('text/plain') ?? '');
            if (isTaken) event.preventDefault();
            return isTaken;
          },
          // A file that is dropped is taken by the page, wherever it falls.
          drop: (event) => (event.dataTransfer?.files.length ?? 0) > 0,
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) marked = '';
          if (update.docChanged && !isQuiet) options.onChange(update.state.doc.toString());
          if (update.docChanged || update.selectionSet) tellPlace();
          if (update.viewportChanged) options.onSeen(update.view.viewport);
        }),
        looks,
      ],
    }),
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.mount { height: 100%; } :host { color-scheme: inherit; }');
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];

  function diagnostic(finding: Finding): Diagnostic {
    const { fix, span } = finding;
    const { length } = view.state.doc;
    const from = Math.min(span?.start.utf16_offset ?? 0, length);
    const actions: Action[] =
      fix === undefined ? [] : [{ name: sentence(fix.title.replaceAll('`', '')), apply: () => options.onFix(finding) }];
    return {
      from,
      to: Math.min(Math.max(from, span?.end.utf16_offset ?? 0), length),
      severity: finding.severity,
      message: finding.message,
      renderMessage: () => aboutFinding(finding, texts),
      actions,
    };
  }

  const mark = () => view.dispatch(setDiagnostics(view.state, findings.map(diagnostic)));

  options.onCursor(pathAt(view.state, 0));
  options.onSeen(view.viewport);
  return {
    setText(text) {
      const old = view.state.doc.toString();
      const next = text.replaceAll(/\r\n?/g, '\n');
      if (old === next) return;
      isQuiet = true;
      view.dispatch({ changes: difference(old, next), annotations: isolateHistory.of('full'), userEvent: 'input.replace' });
      isQuiet = false;
    },
    setTexts(next) {
      if (texts === next) return;
      texts = next;
      view.dispatch({ effects: words.reconfigure(language(texts, () => fields)) });
      mark();
    },
    setFields(next) {
      fields = next;
    },
    setFindings(next) {
      // Marking the same again would close what is being read.
      const now = JSON.stringify(next);
      findings = next;
      if (now === marked) return;
      mark();
      marked = now;
    },
    select(from, to) {
      const { length } = view.state.doc;
      const anchor = Math.min(from, length);
      view.dispatch({
        selection: { anchor, head: Math.min(to, length) },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      });
      view.focus();
    },
    selectAll() {
      view.dispatch({ selection: { anchor: 0, head: view.state.doc.length } });
      view.focus();
    },
  };
}
