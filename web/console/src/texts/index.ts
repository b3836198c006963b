/** The languages of the page. Only the one that is used is loaded. */

import type { LocaleName } from '../checker/protocol.ts';
import { store, stored } from '../state/storage.ts';
import { en, type Texts } from './en.ts';

export type { Texts } from './en.ts';

export const LOCALES: readonly { locale: LocaleName; name: string }[] = [
  { locale: 'en', name: 'English' },
  { locale: 'de', name: 'Deutsch' },
  { locale: 'zh', name: '中文' },
];

/** The language that was chosen, otherwise the first of the browser's that the page speaks. */
export function chosenLocale(): LocaleName {
  for (const wanted of [stored('locale'), ...navigator.languages]) {
    const known = LOCALES.find(({ locale }) => wanted?.toLowerCase().split('-')[0] === locale);
    if (known !== undefined) return known.locale;
  }
  return 'en';
}

export function chooseLocale(locale: LocaleName): void {
  store('locale', locale);
}

/** The texts of the page; those in English are part of it. */
export async function load(locale: LocaleName): Promise<Texts> {
  if (locale === 'de') return (await import('./de.ts')).de;
  if (locale === 'zh') return (await import('./zh.ts')).zh;
  return en;
}
