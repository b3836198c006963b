import type { DocumentArgument, Locale, Provider, RuleName } from './index.js';

/** What `settings.ctslint` of a configuration of ESLint may say. */
export interface Settings {
  /** What the files are; told from their content when left out, and files that are none of a tracker are skipped. */
  as?: DocumentArgument | undefined;
  /** Whose v3 is meant; Open Telekom Cloud's when left out. */
  provider?: Provider | undefined;
  /** The messages; English when left out. */
  lang?: Locale | undefined;
}

/** A rule, as far as ESLint wants it. */
export interface Rule {
  meta: {
    type: 'problem';
    docs: { description: string; url: string; recommended: boolean };
    fixable: 'code';
    hasSuggestions: true;
    schema: [];
  };
  create(context: any): Record<string, (node: any) => void>;
}

/** A language, as far as ESLint wants it. */
export interface Language {
  fileType: 'text';
  lineStart: 1;
  columnStart: 1;
  nodeTypeKey: 'type';
  visitorKeys: Record<string, string[]>;
  validateLanguageOptions(options: Record<string, unknown>): void;
  parse(file: any): any;
  createSourceCode(file: any, result: any): any;
}

/** A configuration, as far as it is filled in. */
export interface Config {
  name: string;
  files: string[];
  language?: `ctslint/${'json' | 'jsonc'}`;
  plugins: { ctslint: Plugin };
  rules: Record<`ctslint/${RuleName}`, 'error' | 'warn' | 'off'>;
}

/** The plugin for ESLint 9.15 and later. */
export interface Plugin {
  meta: { name: 'ctslint/eslint'; version: string; namespace: 'ctslint' };
  /** The rules of the command line, by their names. */
  rules: Record<RuleName, Rule>;
  /** JSON, and JSON with comments, however broken. */
  languages: Record<'json' | 'jsonc', Language>;
  configs: {
    /** For `.json` and `.jsonc` files that nobody else reads. */
    recommended: Config[];
    /** For files that another language reads, such as that of `@eslint/json`. */
    rules: Config;
  };
}

export const meta: Plugin['meta'];
export const rules: Plugin['rules'];
export const languages: Plugin['languages'];
export const configs: Plugin['configs'];

declare const plugin: Plugin;
export default plugin;
