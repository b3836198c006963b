/** What the editor says of a place when it is pointed at: plain nodes, because CodeMirror wants nodes. */

import type { FieldInfo, Finding } from '../checker/types.ts';
import type { Texts } from '../texts/index.ts';

/** An element with text whose literals stand in backticks. */
function element(tag: 'p' | 'div' | 'span', className: string, ...children: (string | Node | null)[]): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  for (const child of children) {
    if (child instanceof Node) made.append(child);
    else
      for (const [index, part] of (child ?? '').split('`').entries()) {
        const node = index % 2 === 1 ? document.createElement('code') : null;
        if (node !== null) node.textContent = part;
        made.append(node ?? part);
      }
  }
  return made;
}

export const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a field means, what it takes, and the sentence of the reference. */
export function aboutField(field: FieldInfo, texts: Texts): HTMLElement {
  const { label, hint, limits, source, enum: values = [] } = field;
  const value =
    field.default === undefined ? null : typeof field.default === 'boolean' ? (field.default ? texts.on : texts.off) : field.default;
  return element(
    'div',
    'about',
    element('p', 'headline', label),
    element('p', '', hint),
    limits === undefined ? null : element('p', 'hint', texts.limits(limits.min, limits.max)),
    ...values.map((choice) => element('p', 'hint', `\`${choice.value}\` – ${choice.text}`)),
    value === null ? null : element('p', 'hint', texts.byDefault(value)),
    source.quote === undefined ? null : inEnglish(element('p', 'quote', `“${source.quote}”`)),
    inEnglish(element('p', 'cite', source.page)),
  );
}

/** What is wrong, what to do, why, and who says so. */
export function aboutFinding(finding: Finding, texts: Texts): HTMLElement {
  const { severity, message, help, fix, note, source, api_error } = finding;
  return element(
    'div',
    '',
    element('p', 'headline', element('span', `severity-${severity}`, texts.severities[severity]), ' · ', message),
    help === undefined || help === fix?.title ? null : element('p', '', sentence(help)),
    note === undefined ? null : element('p', 'hint', sentence(note)),
    source?.quote === undefined ? null : inEnglish(element('p', 'quote', `“${source.quote}”`)),
    source === undefined ? null : inEnglish(element('p', 'cite', source.page)),
    api_error === undefined ? null : element('p', 'hint', texts.apiAnswers(api_error)),
  );
}

/** What is quoted from the reference stays English. */
function inEnglish(made: HTMLElement): HTMLElement {
  made.lang = 'en';
  return made;
}
