/** What the checker is asked about a state. */

import type { LocaleName, Question } from '../checker/protocol.ts';
import type { State } from '../state/state.ts';

export function questionOf({ text, as, provider }: Pick<State, 'text' | 'as' | 'provider'>, locale: LocaleName): Question {
  return { text, as, provider, locale };
}
