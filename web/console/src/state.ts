/** The state of the page, and the one store that holds it. */

import { V1, V3, type RequestDocument, type DocumentName } from './engine.ts';

export const VIEWS = ['form', 'editor', 'translate'] as const;
export type View = (typeof VIEWS)[number];

/** What was put into a form, by JSON Pointer. An optional object has a value of its own: whether it is wanted. */
export type Values = Record<string, string | boolean>;

export interface State {
  view: View;
  /** Which request the form makes. */
  document: RequestDocument;
  forms: Record<RequestDocument, Values>;
  /** The text of the editor, and what it is checked as; `null`: as what it looks like. */
  text: string;
  as: DocumentName | null;
  /** The v1 body that is translated, and the fields whose loss is accepted. */
  source: string;
  allow: string[];
}

/** The example of the API reference, as it is published: it is no JSON. */
export const PUBLISHED_EXAMPLE = `{
  "bucket_name": "obs-f1da",
  "file_prefix_name": "yO8Q",
  "is_obs_created": true,
  "log_file_validate": {
    "is_support_validate": true
  },
  "lts": {
    "is_lts_enabled": true,
    "log_group_name": 'CTS",
    "log_topic_name": 'system-trace'
  },
  "is_support_trace_files_encryption": true,
  "kms_id": "13a4207c-7abe-4b68-8510-16b84c3b5504"
}
`;

/** The same, as JSON. */
const TRANSLATE_EXAMPLE = PUBLISHED_EXAMPLE.replace(`'CTS"`, '"CTS"').replace(`'system-trace'`, '"system-trace"');

export function initialState(): State {
  return {
    view: 'form',
    document: V3,
    forms: { [V1]: {}, [V3]: {} },
    text: PUBLISHED_EXAMPLE,
    as: null,
    source: TRANSLATE_EXAMPLE,
    allow: [],
  };
}

/** How a change is remembered: typing goes on in one step of the browser's history, a deliberate act is a new one. */
export type Step = 'typing' | 'act';

type Listener = (state: State, step: Step | 'restored') => void;

export class Store {
  #state: State;
  readonly #listeners: Listener[] = [];

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  change(change: Partial<State>, step: Step): void {
    this.#state = { ...this.#state, ...change };
    this.#tell(step);
  }

  /** Puts another state in place, as the history of the browser or a link has it. */
  restore(state: State): void {
    this.#state = state;
    this.#tell('restored');
  }

  subscribe(listener: Listener): void {
    this.#listeners.push(listener);
  }

  #tell(step: Step | 'restored'): void {
    for (const listener of this.#listeners) listener(this.#state, step);
  }
}
