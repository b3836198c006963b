/** What every part of the page may use: the store, the texts, and a voice. */

import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { LocaleName } from '../checker/protocol.ts';
import type { Finding } from '../checker/types.ts';
import type { Store } from '../state/state.ts';
import type { Texts } from '../texts/index.ts';

/** A message that stays until it is closed, with something that can be done about it. */
export interface Notice {
  text: string;
  action?: { label: string; run(): void };
}

export interface Page {
  store: Store;
  texts: Texts;
  locale: LocaleName;
  /** Tells those who do not see the page, once things have settled. */
  say(text: string): void;
  /** Tells everybody, shortly. */
  toast(text: string): void;
  notify(notice: Notice | null): void;
  /** Takes a text that was pasted, dropped, opened or chosen, whatever it is. */
  take(text: string): Promise<void>;
  copy(text: string): Promise<boolean>;
  /** Shows the place of a finding in the text. */
  goTo(span: NonNullable<Finding['span']>): void;
}

const Context = createContext<Page | null>(null);

export const PageProvider = Context.Provider;

export function usePage(): Page {
  const page = useContext(Context);
  if (page === null) throw new Error('outside of the page');
  return page;
}

/** The answer to a question, asked again when one of `about` changes; the old answer stays until there is a new one. */
export function useAnswer<Value>(ask: () => Promise<Value>, about: readonly unknown[]): { value: Value | undefined; failed: boolean } {
  const [answer, setAnswer] = useState<{ value: Value | undefined; failed: boolean }>({ value: undefined, failed: false });
  useEffect(() => {
    let isCurrent = true;
    ask().then(
      (value) => isCurrent && setAnswer({ value, failed: false }),
      () => isCurrent && setAnswer((old) => ({ ...old, failed: true })),
    );
    return () => {
      isCurrent = false;
    };
  }, about);
  return answer;
}

/** Whether the window is too narrow for two columns. */
export function useNarrow(): boolean {
  const query = '(max-width: 919px)';
  const [isNarrow, setNarrow] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const change = () => setNarrow(list.matches);
    list.addEventListener('change', change);
    return () => list.removeEventListener('change', change);
  }, []);
  return isNarrow;
}
