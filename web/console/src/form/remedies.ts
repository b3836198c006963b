/** What a button can do about a finding where its help has one meaning, although the checker has no fix for it. */

import type { Finding } from '../checker/types.ts';
import { read, valueAt, withValue } from './edits.ts';

export interface Remedy {
  kind: 'leaveOut' | 'move';
  /** The text after it. */
  text: string;
}

/** What the only remedy makes of a text; `null` where there are several, or none, or the checker has a fix. */
export function remedy({ rule, path = '', params = {}, fix }: Finding, text: string): Remedy | null {
  if (fix !== undefined) return null;
  const readable = read(text);
  const value = readable === null ? undefined : valueAt(readable, path);
  if (readable === null || path === '' || value === undefined) return null;
  if (rule === 'misplaced-field' || rule === 'unknown-field') {
    const place = rule === 'misplaced-field' ? params['belongs'] : params['suggestion'];
    if (rule === 'unknown-field' && place === undefined) return { kind: 'leaveOut', text: withValue(text, path, undefined) };
    if (typeof place !== 'string' || !place.startsWith('/')) return null;
    const moved = valueAt(readable, place) === undefined ? { kind: 'move' as const, place } : { kind: 'leaveOut' as const, place: null };
    const without = withValue(text, path, undefined);
    return { kind: moved.kind, text: moved.place === null ? without : withValue(without, moved.place, value) };
  }
  return rule === 'retired-field' ? { kind: 'leaveOut', text: withValue(text, path, undefined) } : null;
}
