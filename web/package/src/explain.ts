import type { ExplainOptions, Explanation } from '../types/explain.d.ts';
import { EXPLANATIONS, flag, inLanguage, options as optionsOf, shown } from './ask.ts';
// Made by the build from the tables: JSON texts, so that every caller gets a copy of its own.
import ENGLISH from 'explain:en';

/** A status code, as people write it: `400`, `HTTP 400`, `http/400`. */
const STATUS = /^(?:http[ /]?)?([1-5]\d\d)$/i;

export function explain(name: string, options?: ExplainOptions): Explanation | undefined {
  const { all = true, lang } = optionsOf<ExplainOptions>(options);
  const isWhole = flag('all', all);
  if (typeof name !== 'string') throw new TypeError(`ctslint: explain takes a name, such as 'CTS.0231', not ${shown(name)}`);
  const { topics } = inLanguage(lang, 'topics', EXPLANATIONS) ?? ENGLISH;
  const status = STATUS.exec(name);
  const topic = status === null ? name : `HTTP ${status[1]}`;
  if (!Object.hasOwn(topics, topic)) return undefined;
  const explanation: Explanation = JSON.parse(topics[topic] as string);
  if (!isWhole) explanation.text = explanation.short ?? explanation.text;
  return explanation;
}

export function topics(): string[] {
  return Object.keys(ENGLISH.topics);
}
