/** The languages of the page. Only the one that is used is loaded. */

import type { LocaleName } from '../checker/protocol.ts';
import { store, stored } from '../state/storage.ts';
import { en, type Texts } from './en.ts';

export type { Texts } from './en.ts';

/** The languages by their own names, with the tag that the page has in them. */
export const LOCALES: Record<LocaleName, { name: string; tag: string }> = {
  en: { name: 'English', tag: 'en' },
  de: { name: 'Deutsch', tag: 'de' },
  zh: { name: '中文', tag: 'zh-Hans' },
};

export const LOCALE_NAMES = Object.keys(LOCALES) as LocaleName[];

/** The language that was chosen, otherwise the first of the browser's that the page speaks. */
export function chosenLocale(): LocaleName {
  for (const wanted of [stored('locale'), ...navigator.languages]) {
    const known = LOCALE_NAMES.find((locale) => wanted?.toLowerCase().split('-')[0] === locale);
    if (known !== undefined) return known;
  }
  return 'en';
}

export function chooseLocale(locale: LocaleName): void {
  store('locale', locale);
}

const TEXTS: Record<LocaleName, () => Promise<Texts>> = {
  en: async () => en,
  de: async () => (await import('./de.ts')).de,
  zh: async () => (await import('./zh.ts')).zh,
};

/** The texts of the page; those in English are part of it. */
export function load(locale: LocaleName): Promise<Texts> {
  return TEXTS[locale]();
}
