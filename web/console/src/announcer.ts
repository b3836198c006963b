/** What a screen reader is told although nothing was focused: politely, and only once things have settled. */

import { debounced, h } from './dom.ts';

export interface Announcer {
  element: HTMLElement;
  say(text: string): void;
}

export function announcer(): Announcer {
  const element = h('div', { className: 'visually-hidden', attrs: { role: 'status', 'aria-live': 'polite' } });
  let next = '';
  const settle = debounced(900, () => {
    if (element.textContent !== next) element.textContent = next;
  });
  return {
    element,
    say(text) {
      next = text;
      settle();
    },
  };
}
