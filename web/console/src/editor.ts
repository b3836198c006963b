/**
 * The editor. It is loaded when it is first shown.
 *
 * It lives in a shadow root: there CodeMirror brings its styles as constructed style sheets, which a policy without
 * `unsafe-inline` allows.
 */

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintKeymap, linter, setDiagnostics, type Action, type Diagnostic } from '@codemirror/lint';
import { EditorState, type ChangeSpec } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { completions, fieldAt, pathAt, type Step } from './assist.ts';
import { h, rich, sentence } from './dom.ts';
import type { DocumentName, Finding, Schema } from './engine.ts';
import { explanation } from './findings.ts';
import { toUtf16 } from './offsets.ts';
import type { Texts } from './texts/index.ts';

export interface EditorOptions {
  text: string;
  label: string;
  texts: Texts;
  onChange(text: string): void;
  onCursor(path: Step[]): void;
}

export interface Editor {
  readonly text: string;
  /** Replaces what differs, as one step that can be undone. */
  setText(text: string): void;
  setFindings(findings: Finding[], document: DocumentName | null): void;
  apply(finding: Finding): void;
  select(from: number, to: number): void;
  goTo(finding: Finding): void;
  focus(): void;
  destroy(): void;
}

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--code-key)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-literal)' },
  { tag: [tags.brace, tags.squareBracket, tags.separator], color: 'var(--ink-2)' },
  { tag: tags.invalid, color: 'var(--ink-2)' },
]);

const squiggle = (colour: string) => ({
  backgroundImage: 'none',
  paddingBottom: '0',
  textDecoration: `underline wavy var(${colour}) 1px`,
  textUnderlineOffset: '3px',
  textDecorationSkipInk: 'none',
});

const looks = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'transparent', fontSize: 'var(--code-size)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { padding: '10px 0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 12px 0 8px' },
  '.cm-gutters': { color: 'var(--ink-3)', backgroundColor: 'transparent', border: 'none', userSelect: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 6px 0 12px', minWidth: '28px' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter': { backgroundColor: 'var(--line-active)' },
  '&.cm-focused .cm-activeLineGutter': { color: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--selection)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-matchingBracket': { outline: '1px solid var(--line-strong)' },
  '.cm-lintRange': { backgroundImage: 'none' },
  '.cm-lintRange-error': squiggle('--error'),
  '.cm-lintRange-warning': squiggle('--warning'),
  '.cm-lintRange-info': squiggle('--info'),
  '.cm-lintRange-active': { backgroundColor: 'var(--line-active)' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--error)' },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--line-strong)',
    borderRadius: '8px',
    boxShadow: 'var(--shadow)',
    maxWidth: 'min(34rem, 90vw)',
    fontFamily: 'var(--sans)',
    fontSize: '13px',
    lineHeight: '1.45',
  },
  '.cm-tooltip-hover': { padding: '4px 0' },
  '.cm-diagnostic': { padding: '6px 12px', borderLeft: 'none', whiteSpace: 'normal', marginLeft: '0' },
  '.cm-tooltip p': { margin: '0' },
  '.cm-tooltip code': { fontFamily: 'var(--mono)', fontSize: '0.94em' },
  '.cm-tooltip .hint, .cm-tooltip .quote, .cm-tooltip .cite': { color: 'var(--ink-2)', marginTop: '4px' },
  '.cm-tooltip .quote': { fontStyle: 'italic' },
  '.cm-tooltip .headline': { fontWeight: '600' },
  '.cm-tooltip .severity-error': { color: 'var(--error)' },
  '.cm-tooltip .severity-warning': { color: 'var(--warning)' },
  '.cm-tooltip .severity-info': { color: 'var(--info)' },
  '.cm-tooltip .about': { padding: '6px 12px' },
  '.cm-diagnosticAction': {
    font: 'inherit',
    fontWeight: '600',
    color: 'var(--accent-ink)',
    backgroundColor: 'var(--accent)',
    borderRadius: '5px',
    padding: '2px 9px',
    margin: '6px 0 0',
  },
  '.cm-diagnosticSource': { fontFamily: 'var(--mono)', fontSize: '12px', opacity: '0.8', marginTop: '4px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '15em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { color: 'var(--accent-ink)', background: 'var(--accent)' },
  '.cm-completionDetail': { fontFamily: 'var(--sans)', fontStyle: 'normal', opacity: '0.8' },
  '.cm-completionIcon': { display: 'none' },
  '.cm-tooltip.cm-completionInfo': { padding: '6px 12px' },
});

/** What the schema says of a field: its meaning and bounds, the sentence of the reference, the error that it answers. */
function describe(field: Schema, texts: Texts): HTMLElement {
  const paragraphs = (field.markdownDescription ?? field.description ?? '').split('\n\n');
  return h(
    'div',
    { className: 'about' },
    h('p', { className: 'headline' }, field.title ?? ''),
    ...paragraphs.flatMap((paragraph) =>
      paragraph.startsWith('>')
        ? paragraph
            .split('\n')
            .map((line) => line.replace(/^>\s?/, ''))
            .filter((line) => line !== '')
            .map((line) => h('p', { className: line.startsWith('—') ? 'cite' : 'quote' }, line))
        : [h('p', {}, rich(paragraph))],
    ),
    field.default === undefined ? null : h('p', { className: 'hint' }, texts.byDefault(String(field.default))),
  );
}

export function mountEditor(host: HTMLElement, options: EditorOptions): Editor {
  const { texts } = options;
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const mount = h('div', {});
  root.replaceChildren(mount);
  let document: DocumentName | null = null;
  let findings: Finding[] = [];
  let quiet = false;

  const about = (field: Schema) => describe(field, texts);
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
        autocompletion({ override: [completions(() => document, about)], icons: false }),
        hoverTooltip((_, position) => {
          const found = fieldAt(view.state, position, document);
          if (found === null) return null;
          return { pos: found.from, end: found.to, above: false, create: () => ({ dom: about(found.field) }) };
        }),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': options.label, autocapitalize: 'off', autocorrect: 'off' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !quiet) options.onChange(update.state.doc.toString());
          if (update.docChanged || update.selectionSet) options.onCursor(pathAt(update.state, update.state.selection.main.head));
        }),
        looks,
      ],
    }),
  });
  mount.className = 'mount';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.mount { height: 100%; } :host { color-scheme: inherit; }');
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];

  function place(line: number, utf16: number): number {
    const { doc } = view.state;
    if (line > doc.lines) return doc.length;
    const { from, to } = doc.line(line);
    return Math.min(from + utf16 - 1, to);
  }

  function range({ span }: Finding): { from: number; to: number } {
    if (span === undefined) return { from: 0, to: 0 };
    const from = place(span.start.line, span.start.utf16);
    return { from, to: Math.max(from, place(span.end.line, span.end.utf16)) };
  }

  function changes(finding: Finding): ChangeSpec[] {
    const at = toUtf16(view.state.doc.toString());
    return (finding.fix?.edits ?? []).map(({ start, end, text }) => ({ from: at(start), to: at(end), insert: text }));
  }

  function apply(finding: Finding): void {
    view.dispatch({ changes: changes(finding), userEvent: 'input.fix', scrollIntoView: true });
    view.focus();
  }

  function diagnostic(finding: Finding): Diagnostic {
    const actions: Action[] =
      finding.fix === undefined
        ? []
        : [{ name: sentence(finding.fix.title.replaceAll('`', '')), apply: () => apply(finding) }];
    return {
      ...range(finding),
      severity: finding.severity,
      source: finding.rule,
      message: finding.message,
      renderMessage: () => explanation(finding, texts),
      actions,
    };
  }

  options.onCursor(pathAt(view.state, 0));
  return {
    get text() {
      return view.state.doc.toString();
    },
    setText(text) {
      const old = view.state.doc.toString();
      const next = text.replaceAll(/\r\n?/g, '\n');
      if (old === next) return;
      let start = 0;
      while (start < old.length && old[start] === next[start]) start += 1;
      let end = 0;
      while (end < Math.min(old.length, next.length) - start && old.at(-1 - end) === next.at(-1 - end)) end += 1;
      quiet = true;
      view.dispatch({ changes: { from: start, to: old.length - end, insert: next.slice(start, next.length - end) } });
      quiet = false;
    },
    setFindings(next, name) {
      findings = next;
      document = name;
      view.dispatch(setDiagnostics(view.state, findings.map(diagnostic)));
    },
    apply,
    select(from, to) {
      view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
      view.focus();
    },
    goTo(finding) {
      const { from, to } = range(finding);
      this.select(from, to);
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
