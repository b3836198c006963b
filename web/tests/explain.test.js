// What is explained and described, in every language.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { apiErrors, check, documents, rules, schema } from 'ctslint';
import { explain, topics } from 'ctslint/explain';
import explainDe from 'ctslint/explain/de';
import explainZh from 'ctslint/explain/zh';
import localeDe from 'ctslint/locale/de';
import { schema as anySchema } from 'ctslint/schema';
import schemaDe from 'ctslint/schema/de';
import schemaZh from 'ctslint/schema/zh';
import { here, run } from './support.js';

const chinese = /[\u4e00-\u9fff]/;

test('every topic is explained in every language', () => {
  for (const lang of [explainDe, explainZh]) {
    assert.deepEqual(Object.keys(lang.topics), topics());
    for (const name of topics()) {
      const [ours, english] = [explain(name, { lang }), explain(name)];
      assert.deepEqual({ ...ours.topic, summary: '' }, { ...english.topic, summary: '' });
      assert.notEqual(ours.text, english.text, name);
      assert.equal(chinese.test(ours.text), lang.name === 'zh', name);
      assert.equal(ours.short === undefined, english.short === undefined, name);
      assert.equal(explain(name, { lang, all: false }).text, ours.short ?? ours.text);
    }
  }
  assert.equal(explain('nothing', { lang: explainDe }), undefined);
  assert.equal(explain('400', { lang: explainDe }).topic.summary, 'die API konnte die Anfrage nicht verarbeiten');
});

// The cases of a rule are run anew, so that what is said of them is what `check` says.
test('the examples of a rule speak as check does', () => {
  const text = '{"tracker_type": "system", "tracker_nmae": "system", "is_lts_enabled": true}';
  const [{ message }] = check(text, { lang: localeDe }).findings;
  assert.ok(explain('unknown-field', { lang: explainDe }).text.includes(`Fehler[unknown-field]: ${message}\n`), message);
  assert.ok(explain('unknown-field', { lang: explainDe }).text.includes('\nNach den sicheren Korrekturen:\n'));
});

test('explanations are those of the command line', async () => {
  for (const [lang, name] of [[explainDe, 'wrong-type'], [explainZh, 'CTS.0231']]) {
    const args = ['run', '--quiet', '--', 'explain', name, '--format', 'json', '--lang', lang.name];
    const printed = await run('cargo', args, { cwd: join(here, '../..') });
    assert.deepEqual(explain(name, { lang }), JSON.parse(printed));
  }
});

test('rules, documents and errors are described in a language', () => {
  for (const [list, ...texts] of [[rules, 'summary'], [documents, 'title'], [apiErrors, 'meaning', 'advice']]) {
    for (const lang of [explainDe, explainZh]) {
      for (const [at, ours] of list({ lang }).entries()) {
        const english = list()[at];
        for (const text of texts) {
          assert.notEqual(ours[text], english[text]);
          assert.equal(chinese.test(ours[text]), lang.name === 'zh', ours[text]);
          ours[text] = english[text];
        }
        assert.deepEqual(ours, english);
      }
    }
  }
  assert.equal(rules({ lang: explainDe }).find(({ name }) => name === 'missing-field').summary, 'ein erforderliches Feld fehlt');
  assert.equal(apiErrors({ lang: explainDe }).find(({ code }) => code === 'CTS.0231').meaning, 'der Bucket-Name ist ungültig');
});

test('schemas are those of the command line in a language', async () => {
  for (const [lang, profile] of [[schemaDe, 'llm'], [schemaZh, 'default']]) {
    const args = ['run', '--quiet', '--', 'schema', 'v3', '--profile', profile, '--lang', lang.name];
    const printed = await run('cargo', args, { cwd: join(here, '../..') });
    assert.equal(JSON.stringify(anySchema('v3', { profile, lang })), JSON.stringify(JSON.parse(printed)));
  }
  assert.equal(schema('v3', { lang: schemaDe }).properties.obs_info.title, 'Übertragung nach OBS');
  assert.deepEqual(schema('v3', { draft: 7, lang: schemaZh }), anySchema('v3', { draft: 7, lang: schemaZh }));
});

test('what require gives is taken, and what is for another function is not', () => {
  const require = createRequire(import.meta.url);
  assert.deepEqual(explain('400', { lang: require('ctslint/explain/de') }), explain('400', { lang: explainDe }));
  assert.deepEqual(rules({ lang: require('ctslint/explain/zh') }), rules({ lang: explainZh }));
  assert.deepEqual(schema('v3', { lang: require('ctslint/schema/de') }), schema('v3', { lang: schemaDe }));
  for (const call of [() => rules({ lang: localeDe }), () => explain('400', { lang: localeDe }), () => apiErrors({ lang: 'de' }), () => documents({ lang: schemaDe })]) {
    assert.throws(call, { name: 'TypeError', message: "ctslint: lang is what there is to say in a language, such as the default export of 'ctslint/explain/de'" });
  }
  for (const give of [schema, anySchema]) {
    assert.throws(() => give('v3', { lang: localeDe }), { name: 'TypeError', message: "ctslint: lang is what an entry has for schemas, such as the default export of 'ctslint/schema/de'" });
  }
  assert.throws(() => check('{}', { lang: explainDe }), { name: 'TypeError', message: /'ctslint\/locale\/de'/ });
});
