/** How the editor looks: the colours of the page, in constructed style sheets. */

import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export const colours = HighlightStyle.define([
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

export const looks = EditorView.theme({
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
