/** Texts of the checker as people read them. Text is never taken for markup. */

import type { ComponentChildren } from 'preact';

/** Text whose literals stand in backticks. */
export function Rich({ text }: { text: string }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>;
}

/** A message of the checker as a sentence of a page: it starts with a capital letter when it starts with a word. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What only assistive technology reads. */
export function Spoken({ children }: { children: ComponentChildren }) {
  return <span class="visually-hidden">{children}</span>;
}
