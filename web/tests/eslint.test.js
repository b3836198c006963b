// The plugin in the real ESLint, the oldest and the newest that are held: places, fixes, suggestions, severities, and the company of
// other plugins for JSON.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import json from '@eslint/json';
import { applyFix, check, rules } from 'ctslint';
import ctslint from 'ctslint/eslint';
import de from 'ctslint/locale/de';
import { ESLint } from 'eslint';
import { ESLint as Oldest } from 'eslint-oldest';
import jsonc from 'eslint-plugin-jsonc';
import { folder, here, installed, run } from './support.js';

const { recommended, rules: alone } = ctslint.configs;

/** What ESLint says of a text. */
async function lint(text, { file = 'tracker.json', config = recommended, fix = false, Engine = ESLint } = {}) {
  const engine = new Engine({ cwd: here, overrideConfigFile: true, overrideConfig: config, fix });
  const [result] = await engine.lintText(text, { filePath: file });
  return result;
}

const named = ({ messages }) => messages.map(({ ruleId }) => ruleId);

const BROKEN = '\ufeff{"tracker_type": "system",\r\n /* 😀 */ "tracker_nmae": "sys😀tem",\r  "is_lts_enabled": true,}\r\n';

for (const [name, Engine] of [['newest', ESLint], ['oldest', Oldest]]) {
  test(`${name}: what the checker finds is reported, at the places that strings count`, async () => {
    const { messages } = await lint(BROKEN, { Engine, file: 'tracker.jsonc' });
    const expected = check(BROKEN, { comments: true }).findings.filter(({ severity }) => severity !== 'info');
    assert.ok(expected.length > 2);
    assert.deepEqual(
      messages.map(({ ruleId, line, column, endLine, endColumn }) => [ruleId, line, column, endLine, endColumn]),
      // ESLint counts without the byte order mark, on the first line.
      expected.map(({ rule, span: { start, end } }) => [`ctslint/${rule}`, start.line, Math.max(1, start.utf16 - Number(start.line === 1)), end.line, Math.max(1, end.utf16 - Number(end.line === 1))]),
    );
    assert.equal(messages.find(({ ruleId }) => ruleId === 'ctslint/unknown-field').message, 'unknown field `tracker_nmae`; rename it to `tracker_name`');
    const strict = named(await lint(BROKEN, { Engine }));
    assert.equal(strict.filter((rule) => rule === 'ctslint/invalid-json').length, 2, 'comments are refused in .json');
  });

  test(`${name}: --fix applies the safe fixes, and no others`, async () => {
    const { output } = await lint(BROKEN, { Engine, fix: true, file: 'tracker.jsonc' });
    const safe = check(BROKEN, { comments: true }).findings.filter(({ fix }) => fix?.safety === 'safe');
    assert.equal(output, applyFix(BROKEN, safe));
    assert.ok(output.includes('"tracker_name": "sys😀tem"') && !output.startsWith('\ufeff'));
    const unsafe = '{"bucket_name": "Acme_😀"}';
    const result = await lint(unsafe, { Engine, fix: true });
    assert.equal(result.output, undefined);
    const suggestions = result.messages.flatMap(({ suggestions = [] }) => suggestions);
    const fixes = check(unsafe).findings.flatMap(({ fix }) => (fix?.safety === 'unsafe' ? [fix] : []));
    assert.ok(fixes.length > 0);
    assert.deepEqual(suggestions.map(({ desc, fix: { range, text } }) => [desc, unsafe.slice(...range), text]), fixes.map(({ title, edits: [edit] }) => [title, unsafe.slice(edit.utf16_start, edit.utf16_end), edit.text]));
  });

  test(`${name}: texts that are none of a tracker are not spoken of, however broken`, async () => {
    for (const text of ['{"name": "x", "version": "1.0.0"}', '{"a": tru', '[]', '', '// no', '{"lts": {"node": "20"}}']) {
      for (const file of ['package.json', 'x.jsonc']) assert.deepEqual(named(await lint(text, { Engine, file })), [], text);
    }
  });
}

test('every rule has its name, its severity and its page', async () => {
  assert.deepEqual(Object.keys(ctslint.rules), rules().map(({ name }) => name));
  const docs = readFileSync(join(here, '../../docs/rules.md'), 'utf8');
  for (const { name, severity, opt_in, summary } of rules()) {
    const { description, url } = ctslint.rules[name].meta.docs;
    assert.equal(description, summary);
    assert.equal(url.split('#')[1], name);
    assert.ok(docs.includes(`\n## ${name}\n`), name);
    assert.equal(alone.rules[`ctslint/${name}`], opt_in ? 'off' : { error: 'error', warning: 'warn', info: 'off' }[severity]);
  }
});

test('the severity of each rule is chosen in the configuration', async () => {
  const body = '{"tracker_type": "system", "tracker_name": "system", "colour": 1}';
  const chosen = (rules) => lint(body, { config: [...recommended, { rules }] });
  const levels = ({ messages }) => messages.map(({ ruleId, severity }) => [ruleId, severity]);
  assert.deepEqual(levels(await chosen({})), [['ctslint/unknown-field', 2]]);
  const three = { 'ctslint/unknown-field': 'warn', 'ctslint/short-retention': 'error', 'ctslint/cts-lts-enable': 'warn' };
  assert.deepEqual(levels(await chosen(three)).sort(), [['ctslint/cts-lts-enable', 1], ['ctslint/short-retention', 2], ['ctslint/unknown-field', 1]]);
});

test('settings say what the files are, whose, and in which language', async () => {
  const settings = { ctslint: { as: 'v3-update', provider: 'huawei', lang: de } };
  const { messages } = await lint('{"tracker_type": "system", "colour": 1}', { config: [...recommended, { settings }] });
  const expected = check('{"tracker_type": "system", "colour": 1}', { as: 'v3-update', provider: 'huawei', lang: de }).findings;
  assert.deepEqual(messages.map(({ message }) => message.split('; ')[0]), expected.filter(({ severity }) => severity !== 'info').map(({ message }) => message));
  const wrong = { ctslint: { language: de } };
  await assert.rejects(lint('{}', { config: [...recommended, { settings: wrong }] }), /ctslint: there is no option language; did you mean lang\?/);
  await assert.rejects(lint('{}', { config: [...recommended, { languageOptions: { as: 'v3' } }] }), /ctslint: the language has no option as; as, provider and lang are options of settings\.ctslint/);
});

test('comments switch rules off, for a line or from there on, and unused ones are told', async () => {
  const text = (comment) => `{\n  "tracker_type": "system", "tracker_name": "// eslint-disable",\n  ${comment}\n  "colour": 1\n}`;
  const of = async (comment) => {
    const result = await lint(text(comment), { file: 'a.jsonc', config: [...recommended, { linterOptions: { reportUnusedDisableDirectives: 'error' } }] });
    return { left: named(result), reasons: result.suppressedMessages.flatMap(({ suppressions }) => suppressions.map(({ justification }) => justification)) };
  };
  const name = 'ctslint/tracker-name-not-system';
  assert.deepEqual(await of(''), { left: [name, 'ctslint/unknown-field'], reasons: [] });
  assert.deepEqual(await of('// eslint-disable-next-line ctslint/unknown-field -- ours'), { left: [name], reasons: ['ours'] });
  assert.deepEqual(await of('/* eslint-disable\n ctslint/unknown-field\n -- two -- lines */'), { left: [name], reasons: ['two -- lines'] });
  assert.deepEqual(await of('/* eslint-disable */'), { left: [name], reasons: [''] });
  assert.deepEqual(await of('/* eslint-disable */ /* eslint-enable ctslint/unknown-field */'), { left: [name, null, 'ctslint/unknown-field'], reasons: [] });
  assert.deepEqual(await of('// eslint-disable-next-line ctslint/wrong-type'), { left: [name, null, 'ctslint/unknown-field'], reasons: [] });
});

test('the rules speak where another plugin reads the file', async () => {
  const body = '{"tracker_type": "system", "tracker_name": "system",\n "is_lts_enabled": true, "😀": 1, "is_lts_enabled": false}';
  const places = ({ messages }) => messages.filter(({ ruleId }) => ruleId.startsWith('ctslint/')).map(({ ruleId, line, column, endColumn }) => [ruleId, line, column, endColumn]);
  const expected = places(await lint(body));
  assert.deepEqual(expected.map(([rule]) => rule.slice(8)), ['unknown-field', 'duplicate-field']);
  const theirs = { files: ['**/*.json'], plugins: { json }, language: 'json/json', rules: { 'json/no-duplicate-keys': 'error' } };
  for (const config of [[theirs, alone], [alone, theirs], [...recommended, theirs]]) {
    const result = await lint(body, { config });
    assert.deepEqual(places(result), expected);
    assert.ok(named(result).includes('json/no-duplicate-keys'));
  }
  assert.deepEqual(places(await lint(body, { config: [...jsonc.configs['flat/base'], alone] })), expected);
  // A script is none of its business.
  const script = { ...alone, files: ['**/*.js'] };
  assert.deepEqual(named(await lint('const x = {"tracker_type": "system", "tracker_name": 1};', { file: 'a.js', config: [script] })), []);
});

test('the types are those that ESLint wants', async () => {
  const root = folder('eslint');
  writeFileSync(
    join(root, 'eslint.config.mts'),
    `import { defineConfig } from 'eslint/config';
import json from '@eslint/json';
import ctslint, { configs } from 'ctslint/eslint';
import de from 'ctslint/locale/de';
export default defineConfig([
  ctslint.configs.recommended,
  configs.rules,
  { files: ['**/*.json'], plugins: { json, ctslint }, language: 'json/json', extends: ['ctslint/rules'], rules: { 'ctslint/unknown-field': 'warn' } },
  { settings: { ctslint: { as: 'v3', lang: de } satisfies import('ctslint/eslint').Settings } },
]);\n`,
  );
  const compilerOptions = { noEmit: true, strict: true, module: 'nodenext', target: 'es2022', types: [], skipLibCheck: true };
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['eslint.config.mts'] }));
  await run(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), '--project', root]);
});

test('whoever does not import it does not carry it', () => {
  for (const file of ['index.cjs', 'main.js', 'js.cjs', 'slim.cjs', 'explain.js']) {
    assert.ok(!readFileSync(join(installed, 'dist', file), 'utf8').includes('eslint'), file);
  }
  assert.ok(readFileSync(join(installed, 'dist/eslint.js')).length < 8000, 'it does not carry the main entry a second time');
});
