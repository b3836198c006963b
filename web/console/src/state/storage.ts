/** What is kept on this device: the choices, and the draft where that is wished. Works without storage as well. */

import { initialWork, type Work, withoutSecrets } from './state.ts';

/** `start.js` reads the first two as well, before the first paint. */
export type Key = 'theme' | 'locale' | 'drafts' | 'draft';

/** Larger texts are not kept: the storage of a page has 5 MB. */
const LIMIT = 1 << 20;

export function stored(key: Key): string | null {
  try {
    return localStorage.getItem(`ctslint-${key}`);
  } catch {
    return null;
  }
}

/** Keeps a value, or removes it. */
export function store(key: Key, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`ctslint-${key}`);
    else localStorage.setItem(`ctslint-${key}`, value);
  } catch {
    // Without storage, or with a full one, the choice holds until the page is closed.
  }
}

export function keepsDrafts(): boolean {
  return stored('drafts') !== 'off';
}

/** Keeps the work as the draft; a text that was never changed is none. */
export function saveDraft(work: Work): void {
  if (!keepsDrafts()) return;
  const safe = withoutSecrets(work);
  const isDraft = safe !== null && safe.text !== initialWork().text && safe.text.length <= LIMIT;
  store('draft', isDraft ? JSON.stringify({ text: safe.text, as: safe.as, provider: safe.provider }) : null);
}

export function draft(): Work | null {
  try {
    const kept: Partial<Work> = JSON.parse(stored('draft') ?? 'null') ?? {};
    if (typeof kept.text !== 'string' || !keepsDrafts()) return null;
    return { ...initialWork(), text: kept.text, as: kept.as ?? null, provider: kept.provider === 'huawei' ? 'huawei' : 'otc' };
  } catch {
    return null;
  }
}
