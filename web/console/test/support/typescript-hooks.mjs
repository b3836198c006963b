// Strips the types of TypeScript as a module is loaded.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const compilerOptions = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2022,
  jsx: ts.JsxEmit.ReactJSX,
  jsxImportSource: 'preact',
};

export async function resolve(specifier, context, next) {
  // jsonc-parser is written for bundlers: its modules are not where Node looks, and their imports have no extensions.
  if (specifier === 'jsonc-parser') return next('jsonc-parser/lib/esm/main.js', context);
  const isInside = context.parentURL?.includes('/jsonc-parser/') && specifier.startsWith('.');
  return next(isInside ? `${specifier}.js` : specifier, context);
}

export async function load(url, context, next) {
  if (url.includes('/jsonc-parser/lib/esm/'))
    return { format: 'module', source: await readFile(fileURLToPath(url), 'utf8'), shortCircuit: true };
  if (!/\.tsx?$/.test(url)) return next(url, context);
  const { outputText } = ts.transpileModule(await readFile(fileURLToPath(url), 'utf8'), { compilerOptions, fileName: url });
  return { format: 'module', source: outputText, shortCircuit: true };
}
