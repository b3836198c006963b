import type { Explanation } from '../types/explain.d.ts';
// Made by the build from the tables: JSON texts, so that every caller gets a copy of its own.
import FACTS from 'facts:explain';

export function explain(name: string): Explanation | undefined {
  return Object.hasOwn(FACTS, name) ? JSON.parse(FACTS[name] as string) : undefined;
}

export function topics(): string[] {
  return Object.keys(FACTS);
}
