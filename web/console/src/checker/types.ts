/** The package's types as the page uses them; nothing of it is loaded by this. */

export type { Explanation } from 'ctslint/explain';
export type {
  Change,
  Comparison,
  DocumentInfo,
  DocumentName,
  FieldInfo,
  Finding,
  Provider,
  Report,
  Severity,
  Translation,
} from 'ctslint/slim';
