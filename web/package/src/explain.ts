import type { Explanation } from '../types/explain.d.ts';
// Made by the build from the tables: JSON texts, so that every caller gets a copy of its own.
import FACTS from 'facts:explain';

const PREFIX = 'explain ';

export function explain(name: string): Explanation | undefined {
  const key = PREFIX + name;
  return Object.hasOwn(FACTS, key) ? JSON.parse(FACTS[key] as string) : undefined;
}

export function topics(): string[] {
  return Object.keys(FACTS).map((key) => key.slice(PREFIX.length));
}
