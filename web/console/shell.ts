/**
 * The page as plain HTML, before any script: what it is, the published example and what is wrong with it, in each
 * language, and a sentence for those for whom it stays like this.
 */

import { check } from 'ctslint';
import german from 'ctslint/locale/de';
import chinese from 'ctslint/locale/zh';
import type { Catalogue, Checked, LocaleName } from './src/checker/protocol.ts';
import { count, sorted } from './src/checker/sort.ts';
import { PUBLISHED } from './src/input/samples.ts';
import { de } from './src/texts/de.ts';
import { en } from './src/texts/en.ts';
import { LOCALE_NAMES, LOCALES, type Texts } from './src/texts/index.ts';
import { zh } from './src/texts/zh.ts';

const WORDS: Record<LocaleName, { texts: Texts; catalogue: Catalogue | undefined }> = {
  en: { texts: en, catalogue: undefined },
  de: { texts: de, catalogue: german },
  zh: { texts: zh, catalogue: chinese },
};

const LANGUAGES = LOCALE_NAMES.map((locale) => ({ locale, lang: LOCALES[locale].tag, ...WORDS[locale] }));

/** The report on the published example in each language, as the worker would give it. */
export function firstReports(): Record<LocaleName, Checked> {
  const reports = LANGUAGES.map(({ locale, catalogue }): [LocaleName, Checked] => {
    const { document, reason, findings } = check(PUBLISHED, { lang: catalogue });
    const safe = findings.filter(({ fix }) => fix?.safety === 'safe').length;
    const checked: Checked = {
      document,
      kind: 'request',
      reason,
      isNamed: false,
      counts: count(findings),
      total: findings.length,
      safe,
      findings: sorted(findings),
      marks: findings,
    };
    return [locale, checked];
  });
  return Object.fromEntries(reports) as Record<LocaleName, Checked>;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const rich = (text: string) => escaped(text).replaceAll(/`([^`]*)`/g, '<code>$1</code>');
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The HTML of the page before its scripts. */
export function shell(): string {
  const reports = firstReports();
  const inEach = (write: (language: (typeof LANGUAGES)[number]) => string) =>
    LANGUAGES.map((language) => `<div lang="${language.lang}">${write(language)}</div>`).join('');
  const hero = inEach(({ texts }) => `<h1>${escaped(texts.title)}</h1><p>${escaped(texts.lead)}</p>`);
  const findings = inEach(({ locale, texts }) => {
    const items = reports[locale].findings.map(
      ({ severity, message, help, span }) =>
        `<li class="finding ${severity}"><div><p class="message">${rich(sentence(message))}</p>${help === undefined ? '' : `<p class="help">${rich(sentence(help))}</p>`}<p class="where">${escaped(texts.line(span?.start.line ?? 1, span?.start.utf16 ?? 1))}</p></div></li>`,
    );
    return `<div class="pane-head"><h2>${escaped(texts.findings)}</h2><p class="verdict error"><strong>${escaped(texts.verdicts.refused)}</strong></p></div><ol class="findings plain">${items.join('')}</ol>`;
  });
  const stays = inEach(({ texts }) => `<p>${rich(texts.staysLikeThis)}</p>`);
  return [
    '<div class="shell">',
    '<header class="top"><div class="bar"><p class="brand"><img src="./icon.svg" alt="" width="24" height="24"><strong>ctslint</strong></p></div></header>',
    `<main><div class="hero">${hero}</div><div class="stays">${stays}</div><div class="workbench check">`,
    `<section class="pane text-pane"><div class="pane-head"></div><pre class="slot plain-editor">${escaped(PUBLISHED)}</pre></section>`,
    `<div class="side"><section class="pane side-pane">${findings}</section></div></div></main>`,
    '</div>',
  ].join('');
}
