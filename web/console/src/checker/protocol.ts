/** What the page and its worker say to each other. */

import type { Explanation } from 'ctslint/explain';
import type { ApiError, Locale as Catalogue, Explanations } from 'ctslint/slim';
import type { Counts } from './sort.ts';
import type { DocumentInfo, DocumentName, Finding, Provider } from './types.ts';

export type { Catalogue, Explanations };
export type LocaleName = 'en' | 'de' | 'zh';

export interface Question {
  text: string;
  as: DocumentName | null;
  provider: Provider;
  locale: LocaleName;
}

/** A report, as far as it is seen. */
export interface Checked {
  document: DocumentName | null;
  kind: DocumentInfo['kind'] | null;
  reason: string;
  /** Whether somebody said what it is. */
  isNamed: boolean;
  counts: Counts;
  total: number;
  /** How many findings have a safe fix. */
  safe: number;
  /** The first findings, errors first. */
  findings: Finding[];
  /** The findings in the part of the text that is seen, in its order. */
  marks: Finding[];
}

export interface Translating {
  allowLoss: string[];
  to: 'v3' | 'v3-update' | undefined;
  name: string;
}

export interface Explained extends Explanation {
  error: ApiError | null;
}

export interface Ask {
  id: number;
  name: string;
  args: unknown[];
}

export type Answer = { id: number; value: unknown } | { id: number; error: string };
