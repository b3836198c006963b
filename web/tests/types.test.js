// The declarations, under the oldest and the newest compiler that are held.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { check } from 'ctslint';
import { folder, here, run } from './support.js';

const sources = join(here, '../package');
const root = join(here, '../..');

for (const compiler of ['typescript-oldest', 'typescript', 'typescript-newest']) {
  test(compiler, async () => {
    await run(process.execPath, [join(here, 'node_modules', compiler, 'bin/tsc'), '--project', join(here, 'fixtures/types')]);
  });
}

for (const [name, compiler] of [['old', 'typescript-oldest'], ['old', 'typescript'], ['bare', 'typescript-oldest'], ['bare', 'typescript-newest']]) {
  test(`${compiler}: ${name === 'old' ? 'where exports is not read' : 'without the DOM'}`, async () => {
    const project = join(here, 'fixtures/types', `tsconfig.${name}.json`);
    await run(process.execPath, [join(here, 'node_modules', compiler, 'bin/tsc'), '--project', project]);
  });
}

test('the sources of the package', async () => {
  await run(process.execPath, [join(sources, 'node_modules/typescript/bin/tsc'), '--project', sources]);
});

/** The bodies of the examples, the fixtures and the cases. */
function bodies() {
  const read = (path) => {
    const files = readdirSync(join(root, path), { withFileTypes: true }).filter((file) => file.isFile());
    return files.map(({ name }) => readFileSync(join(root, path, name), 'utf8'));
  };
  const cases = read('crates/ctslint/cases').flatMap((text) => [...text.matchAll(/^```json[^\n]*\n(.*?)^```/gms)].map(([, body]) => body));
  return [...read('examples/good'), ...read('examples/bad'), ...read('tests/fixtures'), ...cases].filter((text) => {
    try {
      return !Array.isArray(JSON.parse(text));
    } catch {
      return false;
    }
  });
}

/** What is wrong that the types of requests promise to refuse. */
const REFUSED = new Set([
  'data-tracker-without-bucket', 'field-of-other-tracker-type', 'missing-field', 'other-provider-field', 'response-only-field', 'retired-field',
  'tracker-name-not-system', 'unknown-field', 'unknown-value', 'wrong-type',
]);

// Otherwise a right body would not compile, or a wrong one would.
test('what is right compiles, what types can refuse does not', async () => {
  const lines = ["import type { Documents } from 'ctslint';"];
  const counts = { right: 0, wrong: 0 };
  for (const text of new Set(bodies())) {
    const { document, findings } = check(text);
    if (!document?.endsWith('-request')) continue;
    const errors = findings.filter(({ severity }) => severity === 'error');
    // That an ID is empty, types can't see.
    const lacksKey = ({ rule }) => rule === 'encryption-without-kms-id' && !text.includes('"kms_id"');
    if (errors.length === 0) counts.right += 1;
    else if (errors.some((error) => REFUSED.has(error.rule) || lacksKey(error))) counts.wrong += 1;
    else continue;
    // An error stands in the line of the value, or of the variable.
    const value = JSON.stringify(JSON.parse(text));
    if (errors.length > 0) lines.push(`// @ts-expect-error ${errors.map(({ rule }) => rule).join(', ')}`);
    lines.push(`export const body${lines.length}: Documents['${document}'] = ${value};`);
  }
  assert.ok(counts.right > 30 && counts.wrong > 30, JSON.stringify(counts));
  for (const compiler of ['typescript-oldest', 'typescript-newest']) await compile(compiler, lines);
});

// Otherwise the example in the README would not be what people see.
test('the error names the field and the variant', async () => {
  const lines = ["import type { V1CreateRequest } from 'ctslint';", "export const body: V1CreateRequest = { bucket_name: 'audit', is_support_trace_files_encryption: true };"];
  const shown = readFileSync(join(sources, 'README.md'), 'utf8').match(/Property 'kms_id' is missing in type '{ … }' (but required in type '\w+')/);
  for (const compiler of ['typescript-oldest', 'typescript-newest']) {
    await assert.rejects(compile(compiler, lines), ({ message }) => message.includes("Property 'kms_id' is missing in type '{ ") && message.includes(shown[1]));
  }
});

/** Compiles a file of these lines; rejects with what the compiler says. */
function compile(compiler, lines) {
  const project = folder('types');
  writeFileSync(join(project, 'body.mts'), `${lines.join('\n')}\n`);
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ extends: '../../fixtures/types/tsconfig.json', files: ['body.mts'] }));
  return run(process.execPath, [join(here, 'node_modules', compiler, 'bin/tsc'), '--project', project]);
}
