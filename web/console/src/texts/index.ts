/** The languages of the page. Only the one that is used is loaded. */

import type { Locale as Catalogue } from 'ctslint/slim';
import { en, type Texts } from './en.ts';

export type { Texts } from './en.ts';

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

/** The texts of the page, and the messages of the package in the same language; its English ones are part of it. */
export async function load(locale: Locale): Promise<{ texts: Texts; catalogue: Catalogue | undefined }> {
  if (locale === 'de') {
    const [{ de }, { default: catalogue }] = await Promise.all([import('./de.ts'), import('ctslint/locale/de')]);
    return { texts: de, catalogue };
  }
  if (locale === 'zh') {
    const [{ zh }, { default: catalogue }] = await Promise.all([import('./zh.ts'), import('ctslint/locale/zh')]);
    return { texts: zh, catalogue };
  }
  return { texts: en, catalogue: undefined };
}
