/** How findings are shown: one of them in full, and the list of all of them. */

import { h, icon, rich, sentence } from './dom.ts';
import type { Finding } from './engine.ts';
import type { Texts } from './texts/index.ts';

/** Everything that is known of a finding: what, why, what to do, and who says so. */
export function explanation(finding: Finding, texts: Texts): HTMLElement {
  return h(
    'div',
    {},
    h(
      'p',
      { className: 'headline' },
      h('span', { className: `severity-${finding.severity}` }, texts.severities[finding.severity]),
      ' · ',
      rich(finding.message),
    ),
    finding.help === undefined || finding.help === finding.fix?.title
      ? null
      : h('p', {}, rich(sentence(finding.help))),
    ...reasons(finding, texts),
  );
}

function reasons({ note, source, api_error }: Finding, texts: Texts): HTMLElement[] {
  const parts: HTMLElement[] = [];
  if (note !== undefined) parts.push(h('p', { className: 'hint' }, rich(sentence(note))));
  if (source?.quote !== undefined) parts.push(h('p', { className: 'quote' }, `“${source.quote}”`));
  if (source !== undefined) parts.push(h('p', { className: 'cite' }, source.page));
  if (api_error !== undefined) parts.push(h('p', { className: 'hint' }, texts.apiAnswers(api_error)));
  return parts;
}

export interface FindingsActions {
  goTo(finding: Finding): void;
  /** Left out where nothing can be edited. */
  fix?(finding: Finding): void;
}

/** The list of findings, in the order of the text. */
export function findingsList(findings: Finding[], texts: Texts, actions: FindingsActions): HTMLElement {
  if (findings.length === 0) return h('p', { className: 'nothing' }, icon('ok'), texts.noFindings);
  return h('ol', { className: 'findings plain' }, ...findings.map((finding) => item(finding, texts, actions)));
}

function item(finding: Finding, texts: Texts, actions: FindingsActions): HTMLElement {
  const { severity, span, fix, help } = finding;
  const more = reasons(finding, texts);
  const apply = fix === undefined ? undefined : actions.fix;
  return h(
    'li',
    { className: `finding ${severity}` },
    icon(severity),
    h(
      'div',
      {},
      h(
        'button',
        { type: 'button', className: 'go', on: { click: () => actions.goTo(finding) } },
        h('span', { className: 'visually-hidden' }, `${texts.severities[severity]}: `),
        rich(sentence(finding.message)),
      ),
      help === undefined ? null : h('p', { className: 'help' }, rich(sentence(help))),
      h(
        'div',
        { className: 'foot' },
        apply === undefined || fix === undefined
          ? null
          : h(
              'button',
              {
                type: 'button',
                className: 'small',
                title: fix.title.replaceAll('`', ''),
                on: { click: () => apply(finding) },
              },
              icon('wrench'),
              fix.safety === 'safe' ? texts.fix : texts.fixUnsafe,
            ),
        h('span', { className: 'where' }, h('code', {}, finding.rule), span ? ` · ${texts.line(span.start.line, span.start.utf16)}` : ''),
      ),
      ...(finding.related ?? []).map((related) =>
        h(
          'p',
          { className: 'related' },
          h(
            'button',
            { type: 'button', className: 'link', on: { click: () => actions.goTo({ ...finding, ...related }) } },
            rich(related.message),
          ),
          related.span ? ` · ${texts.line(related.span.start.line, related.span.start.utf16)}` : '',
        ),
      ),
      more.length === 0 ? null : h('details', {}, h('summary', {}, texts.why), ...more),
    ),
  );
}
