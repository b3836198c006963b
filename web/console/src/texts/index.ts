/** The languages of the page. Only the one that is used is loaded. */

import type { Locale as Catalogue } from 'ctslint/locale/en';
import { en, type Texts as OwnTexts } from './en.ts';

/** The texts of the page, and what words findings in the same language. */
export interface Texts extends OwnTexts {
  message: Catalogue['message'];
  /** What the package says of a field, in the language of the page. */
  text: Catalogue['text'];
}

export const LOCALES = [
  { locale: 'en', name: 'English' },
  { locale: 'de', name: 'Deutsch' },
  { locale: 'zh', name: '中文' },
] as const;

export type Locale = (typeof LOCALES)[number]['locale'];

const KEY = 'ctslint-locale';

/** The language that was chosen, otherwise the first of the browser's that the page speaks. */
export function chosenLocale(): Locale {
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem(KEY);
  } catch {
    // Without storage the language of the browser holds.
  }
  for (const wanted of [chosen, ...navigator.languages]) {
    const known = LOCALES.find(({ locale }) => wanted?.toLowerCase().split('-')[0] === locale);
    if (known !== undefined) return known.locale;
  }
  return 'en';
}

export function chooseLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
}

export async function texts(locale: Locale): Promise<Texts> {
  if (locale === 'de') {
    const [{ de }, { default: catalogue }] = await Promise.all([import('./de.ts'), import('ctslint/locale/de')]);
    return { ...de, message: catalogue.message, text: catalogue.text };
  }
  if (locale === 'zh') {
    const [{ zh }, { default: catalogue }] = await Promise.all([import('./zh.ts'), import('ctslint/locale/zh')]);
    return { ...zh, message: catalogue.message, text: catalogue.text };
  }
  return { ...en, message: ({ message }) => message, text: (english) => english };
}
