// The catalogues: every message in every language, and every function that answers in one.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { check, checkField, checkProjectId, checkValue, detect, fix, form, translate } from 'ctslint';
import de from 'ctslint/locale/de';
import en from 'ctslint/locale/en';
import zh from 'ctslint/locale/zh';
import { here } from './support.js';

const bad = join(here, '../../examples/bad');
const gaps = (template) => new Set(template.replace(/\{\{|\}\}/g, '').match(/\{\w+\}/g));

test('every language has all messages, with the same params', () => {
  for (const { name, messages } of [de, zh]) {
    assert.deepEqual(Object.keys(messages).sort(), Object.keys(en.messages).sort());
    for (const [id, template] of Object.entries(en.messages)) assert.deepEqual(gaps(messages[id]), gaps(template), `${name}: ${id}`);
  }
});

test('a finding is the same in every language but for its texts', () => {
  const bare = ({ rule, severity, path, span, params = {}, fix, related, source, api_error }) => {
    // What was wanted and what was there instead are themselves texts.
    const { got, want, ...rest } = params;
    return { rule, severity, path, span, rest, edits: fix?.edits, spans: related?.map(({ span }) => span), source, api_error };
  };
  for (const file of readdirSync(bad)) {
    const text = readFileSync(join(bad, file));
    const english = check(text).findings;
    assert.deepEqual(check(text, { lang: en }).findings, english);
    for (const lang of [de, zh]) {
      const findings = check(text, { lang }).findings;
      assert.deepEqual(findings.map(bare), english.map(bare));
      for (const [index, { message }] of findings.entries()) {
        assert.notEqual(message, english[index].message, `${lang.name}: ${file}`);
        assert.doesNotMatch(message, /[{}]{2}|undefined/);
      }
    }
  }
});

test('what is said of a body inside of something else names the document', () => {
  const text = '{"body": {"tracker_type": "system", "tracker_name": "system"}}';
  const said = (options) => check(text, options).findings[0].message;
  assert.equal(said(), 'the body of POST /v3/{project_id}/tracker stands at `/body`, not at the top');
  assert.equal(said({ lang: de }), 'der Body von POST /v3/{project_id}/tracker steht unter `/body`, nicht auf der obersten Ebene');
  assert.equal(said({ lang: zh }), 'POST /v3/{project_id}/tracker 的请求体位于 `/body`，而不在顶层');
});

test('every function answers in a language', () => {
  const rest = '"tracker_name": "system"';
  const message = (text) => check(text, { as: 'v3', lang: de }).findings.find(({ severity }) => severity === 'error').message;
  assert.equal(message(`{"tracker_type": 1, ${rest}}`), '`tracker_type` muss eine Zeichenkette sein, ist aber eine Zahl');
  assert.equal(message(`{"tracker_type": "Sys\`tem", ${rest}}`), '`` Sys`tem `` ist kein gültiger Wert für `tracker_type`');
  assert.equal(message('{"tracker_type": "system", "tracker_name": "system", "obs_info": {"bucket_name": "A-b"}}'), '`A` ist in `bucket_name` nicht erlaubt');
  const [value] = checkValue({ tracker_type: 1, tracker_name: 'system' }, { as: 'v3', lang: de }).findings.filter(({ rule }) => rule === 'wrong-type');
  assert.equal(value.message, '`tracker_type` muss eine Zeichenkette sein, ist aber eine Zahl');
  const [field] = checkField('v3', '/obs_info/compress_type', 'zip', { lang: de });
  assert.equal(field.help, '`gzip` schreiben');
  assert.notEqual(checkProjectId('42', { lang: de })[0].message, checkProjectId('42')[0].message);
  assert.equal(detect('{"id": "1", "create_time": 1, "tracker_type": "system"}', { lang: de }).reason, 'es enthält `id` und `create_time`');
  assert.equal(fix('{"tracker_type": 1}', { as: 'v3', lang: de }).remaining.reason, check('{}', { as: 'v3', lang: de }).reason);
  assert.notEqual(translate('[]', { lang: de }).error, translate('[]').error);
  assert.equal(form('v3', { lang: de }).find(({ name }) => name === 'tracker_type').label, 'Tracker-Typ');
  assert.throws(() => check('{}', { lang: 'de' }), { name: 'TypeError', message: /^ctslint: lang is a catalogue/ });
});
