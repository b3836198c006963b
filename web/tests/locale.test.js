// The catalogues of messages: every rule, and every parameter that its findings carry.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { check, rules } from 'ctslint';
import de from 'ctslint/locale/de';
import en from 'ctslint/locale/en';
import zh from 'ctslint/locale/zh';
import { here } from './support.js';

const root = join(here, '../..');

function* findings() {
  const bodies = readFileSync(join(root, 'target/agreement/bodies.jsonl'), 'utf8').trimEnd().split('\n');
  // Every tenth; each fact is broken in many of them.
  for (const line of bodies.filter((_, index) => index % 10 === 0)) {
    const { document, text } = JSON.parse(line);
    yield* check(text, { as: document }).findings;
  }
  const bad = join(root, 'examples/bad');
  for (const file of readdirSync(bad)) yield* check(readFileSync(join(bad, file))).findings;
  for (const text of ['{"a":1,}', '[NaN', '{"a" 1}', '{"a":}', '[[['.repeat(99), '{"a":\ufeff', '\ufeff{}']) yield* check(text).findings;
  yield* check(new Uint8Array([0x7b, 0xff, 0x7d])).findings;
}

const seen = new Map();
const words = new Set();
const found = [...findings()];
for (const { rule, params = {} } of found) {
  const names = seen.get(rule) ?? seen.set(rule, new Set()).get(rule);
  for (const name of Object.keys(params)) names.add(name);
  if (rule === 'wrong-type') for (const name of ['got', 'want']) words.add(params[name]);
}

for (const { name, catalogue, message } of [en, de, zh]) {
  test(`${name} is complete`, () => {
    assert.deepEqual(Object.keys(catalogue.rules), rules().map(({ name }) => name));
    for (const [rule, names] of seen) {
      const templates = catalogue.rules[rule].join();
      for (const parameter of names) assert.ok(templates.includes(`{${parameter}}`), `${name}: ${rule} says nothing of ${parameter}`);
    }
    for (const word of words) assert.ok(catalogue.terms[word], `${name} has no word for ${word}`);
    for (const finding of found) assert.ok(!/\{\w+\}/.test(message(finding)));
  });
}

test('a message in another language', () => {
  const [finding] = check('{"bucket_name":"A-b"}', { as: 'v1' }).findings.filter(({ severity }) => severity === 'error');
  assert.equal(de.message(finding), '`A` ist in `bucket_name` nicht erlaubt; erlaubt: a-z 0-9 - .');
});
