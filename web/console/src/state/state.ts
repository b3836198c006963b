/** What the page holds, and the one store that holds it. */

import type { DocumentName, Provider } from '../checker/types.ts';
import { recognise } from '../input/recognise.ts';
import { type Request, readRequests } from '../input/requests.ts';
import { PUBLISHED } from '../input/samples.ts';

export const VIEWS = ['check', 'form', 'translate', 'explain'] as const;
export type View = (typeof VIEWS)[number];

/** Where someone is: all that the address holds, and all that Back and Forward change. */
export interface Place {
  view: View;
  /** What the explanations are opened at; empty for all of them. */
  topic: string;
}

/** What someone works on. */
export interface Work {
  text: string;
  /** What the text is checked as; `null`: as what it looks like. */
  as: DocumentName | null;
  /** Whose v3 is meant. */
  provider: Provider;
  /** The request that the text came out of, and the others beside it. */
  requests: Request[];
  /** Which of the requests the text is of. */
  chosen: number;
}

/** How the text is translated. */
export interface Wishes {
  /** The fields whose loss is accepted. */
  allowLoss: string[];
  /** The request that an answer becomes. */
  to: 'v3' | 'v3-update';
  /** The tracker to take from an answer that lists several. */
  name: string;
}

export interface State extends Place, Work, Wishes {
  /** The saved answer that the request is compared with. */
  saved: string;
  /** What was here before a link, a sample, a file or a pasted text took its place. */
  before: Work | null;
}

export const NO_WISHES: Wishes = { allowLoss: [], to: 'v3-update', name: '' };

export function initialWork(): Work {
  return { text: PUBLISHED, as: null, provider: 'otc', requests: [], chosen: 0 };
}

export function initialState(): State {
  return { view: 'check', topic: '', ...initialWork(), ...NO_WISHES, saved: '', before: null };
}

export function workOf({ text, as, provider, requests, chosen }: Work): Work {
  return { text, as, provider, requests, chosen };
}

/** The state with another work in place of the one that it has, which can be had back. */
export function replaced(state: State, work: Partial<Work>): State {
  const next: Work = { ...initialWork(), provider: state.provider, ...work };
  const before = state.text.trim() === '' || state.text === next.text ? state.before : workOf(state);
  return { ...state, ...next, ...NO_WISHES, before };
}

/** The work without what must never be kept: of a request, the body alone; of what can't be read as one, nothing. */
export function withoutSecrets(work: Work): Work | null {
  const { text } = work;
  const requests = work.requests.map(({ method, url, body, dropped }) => ({ method, url, body, dropped }));
  const [first] = recognise(text) === 'request' ? readRequests(text) : [];
  if (first !== undefined) return { ...work, requests, text: first.body };
  if (/\b(x-auth-token|x-subject-token|authorization|x-sdk-date)\b["']?\s*[:=]/i.test(text)) return null;
  return { ...work, requests };
}

/** The place that the address names, such as `#form` or `#explain/CTS.0231`; `null` where it names none. */
export function placeOf(hash: string): Place | null {
  const [name = '', ...topic] = hash.replace(/^#/, '').split('/');
  const view = name === '' || name === 'editor' ? 'check' : VIEWS.find((known) => known === name);
  if (view === undefined) return null;
  try {
    return { view, topic: view === 'explain' ? decodeURIComponent(topic.join('/')) : '' };
  } catch {
    return { view, topic: '' };
  }
}

export function hashOf({ view, topic }: Place): string {
  return view === 'explain' && topic !== '' ? `#explain/${encodeURIComponent(topic)}` : `#${view}`;
}

/** `isTyped`: a key made the change, and what shows it can wait until the letter is there. */
type Listener = (state: State, old: State, isTyped: boolean) => void;

export class Store {
  #state: State;
  readonly #listeners = new Set<Listener>();

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  change(change: Partial<State>, isTyped = false): void {
    const old = this.#state;
    this.#state = { ...old, ...change };
    for (const listener of this.#listeners) listener(this.#state, old, isTyped);
  }

  /** Takes a text as it is typed. */
  type(text: string): void {
    this.change({ text }, true);
  }

  /** Puts another work in place of the one that is here, which can be had back. */
  replace(work: Partial<Work>): void {
    this.change(replaced(this.#state, work));
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Whether nobody has written anything yet. */
export function isUnwritten({ text }: Pick<Work, 'text'>): boolean {
  return text.trim() === '' || text === PUBLISHED;
}

/** Puts the work back that another one replaced. */
export function bringBack(store: Store): void {
  const { before } = store.state;
  if (before !== null) store.change({ ...before, before: null });
}
