// The interface on values of JavaScript, and what happens when something goes wrong inside.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';
import vm from 'node:vm';
import * as main from 'ctslint';
import * as js from 'ctslint/js';
import { installed } from './support.js';

const said = (api, value) => api.checkValue(value, { as: 'v3' }).findings.map(({ path, message }) => `${path}: ${message}`);

for (const [name, api] of [['wasm', main], ['js', js]]) {
  test(`${name}: what JSON cannot say is found`, () => {
    const values = { undefined, NaN, '-Infinity': -Infinity, 'bigint()': 1n, 'Date()': new Date(0), 'Map()': new Map(), 'function()': () => 1, 'symbol()': Symbol('s') };
    for (const [word, value] of Object.entries(values)) {
      assert.ok(said(api, { tracker_type: value }).includes(`/tracker_type: JSON has no \`${word}\``), word);
      assert.equal(api.checkField('v3', '/tracker_type', value)[0].rule, 'invalid-json');
    }
  });

  test(`${name}: a cycle is a TypeError, depth a finding`, () => {
    const cycle = { obs_info: {} };
    cycle.obs_info.again = cycle;
    assert.throws(() => api.checkValue(cycle), { name: 'TypeError', message: /contains itself, at \/obs_info\/again/ });
    for (const depth of [1000, 5000]) {
      let deep = {};
      for (let level = 0; level < depth; level++) deep = { deep };
      const found = api.checkValue(deep, { as: 'v3' }).findings;
      const [tooDeep] = found.filter(({ rule }) => rule === 'invalid-json');
      assert.ok(tooDeep.params.max < 1000);
    }
  });

  test(`${name}: neither the order of keys nor prototypes matter`, () => {
    const body = { tracker_type: 'system', tracker_name: 'system', is_lts_enabled: true };
    const bare = Object.assign(Object.create(null), Object.fromEntries(Object.entries(body).reverse()));
    class Body {
      constructor() {
        Object.assign(this, body);
      }
    }
    for (const value of [body, bare, new Body()]) assert.deepEqual(api.checkValue(value).findings, []);
  });

  test(`${name}: wrong arguments are told`, () => {
    assert.throws(() => api.check('{}', { as: 'v2' }), { name: 'RangeError', message: /there is no document "v2"/ });
    assert.throws(() => api.check(1), TypeError);
    assert.throws(() => api.check('{}', { severities: { nothing: 'off' } }), RangeError);
  });

  test(`${name}: severities`, () => {
    const body = '{"tracker_type":"system","tracker_name":"system"}';
    assert.equal(api.check(body).findings[0].severity, 'info');
    assert.deepEqual(api.check(body, { severities: { 'short-retention': 'off' } }).findings, []);
    assert.equal(api.check(body, { severities: { 'short-retention': 'error' } }).findings[0].severity, 'error');
  });

  test(`${name}: options are read before all else`, () => {
    const own = new Error('of the caller');
    const fail = () => {
      throw own;
    };
    const bad = '{"colour": 1, "obs_info": {"bucket_name": "A"}}';
    const expected = { check: api.check(bad), fix: api.fix(bad, { unsafe: true }), translate: api.translate(bad, { allowLoss: ['smn'] }) };
    const options = (name, read) => Object.defineProperty({ unsafe: true }, name, { get: read, enumerable: true });
    for (const option of ['as', 'comments', 'severities']) {
      for (const call of ['check', 'checkValue', 'fix']) assert.throws(() => api[call](bad, options(option, fail)), (error) => error === own);
      const again = options(option, () => void api.check(bad.repeat(1000)));
      assert.deepEqual(api.check(bad, again), expected.check);
      assert.deepEqual(api.fix(bad, again), expected.fix);
    }
    const severities = Object.defineProperty({}, 'unknown-field', { get: fail, enumerable: true });
    assert.throws(() => api.check(bad, { severities }), (error) => error === own);
    const names = function* () {
      api.check(bad.repeat(1000));
      yield 'smn';
    };
    assert.deepEqual(api.translate(bad, { allowLoss: { [Symbol.iterator]: names } }), expected.translate);
    const value = { toJSON: () => (api.check(bad.repeat(1000)), JSON.parse(bad)) };
    assert.deepEqual(api.checkValue(value), api.checkValue(JSON.parse(bad)));
    assert.throws(() => api.checkValue({ toJSON: fail }), (error) => error === own);
  });

  test(`${name}: a text for which the memory grows is read right`, () => {
    for (const length of [1, 3e6, 2e7, 2]) {
      const text = `{"tracker_type": "${'x'.repeat(length)}", "colour": 1}`;
      const { findings } = api.check(text, { as: 'v3' });
      const unknown = findings.find(({ rule }) => rule === 'unknown-field');
      assert.equal(unknown.message, 'unknown field `colour`');
      assert.equal(unknown.span.start.offset, text.indexOf('"colour"'));
    }
  });

  test(`${name}: findings are plain objects, and nothing of one is in another`, () => {
    const text = '{"tracker_type": "Syst`em", "tracker_name": 1, "obs_info": {"compress_type": "GZIP"}, "colour": 1}';
    const [first, again] = [api.check(text).findings, api.check(text).findings];
    assert.deepEqual(structuredClone(first), first);
    const [clean, same] = ['{"status": "enabled"}', '{"status": "enabled"}'].map((text) => api.check(text, { as: 'v3-create-response' }));
    assert.notEqual(clean.findings, same.findings);
    assert.deepEqual(first, again);
    for (const [index, finding] of first.entries()) {
      assert.equal(Object.getPrototypeOf(finding), Object.prototype);
      for (const name of ['span', 'fix', 'params', 'source']) if (finding[name]) assert.notEqual(finding[name], again[index][name]);
    }
    const wrong = first.find(({ path }) => path === '/tracker_type');
    assert.match(wrong.message, /`` Syst`em ``/);
  });

  test(`${name}: half a surrogate pair is found`, () => {
    assert.ok(api.check('{"tracker_type":"\ud800"}').findings.some(({ rule }) => rule === 'invalid-json'));
    assert.ok(said(api, { tracker_type: '\ud800' }).some((message) => message.includes('surrogate')));
  });

  test(`${name}: fix and translate`, () => {
    assert.equal(api.fix('{tracker_type: "system",}').text, '{"tracker_type": "system", "tracker_name": "system"}');
    const lost = api.translate('{"bucket_name":"abc","kms_id":"x","is_support_trace_files_encryption":true}');
    assert.equal(lost.body, null);
    assert.match(lost.error, /kms_id/);
    assert.match(api.translate('{"bucket_name":"abc"}').body, /"obs_info"/);
  });

  test(`${name}: an answer becomes an update, which changes nothing until it is edited`, () => {
    const answer = '{"trackers":[{"id":"x","create_time":1,"tracker_name":"system","status":"enabled","obs_info":{"bucket_name":"old"}}]}';
    const { body } = api.translate(answer, { to: 'v3-update' });
    const same = api.compare(body, answer);
    assert.deepEqual([same.request, same.answer, same.tracker, same.changes], ['v3-update-request', 'v3-list-response', 'system', false]);
    const { differences } = api.compare(body.replace('"old"', '"new"'), answer);
    const changed = differences.filter(({ kind }) => kind !== 'unchanged');
    const message = '`bucket_name` changes from `"old"` to `"new"`';
    assert.deepEqual(changed, [{ kind: 'changed', path: '/obs_info/bucket_name', old: '"old"', new: '"new"', message }]);
    assert.equal(api.compare(answer, answer).error, `the first text must be a request, and this is a \`v3-list-response\`: it is a list of trackers`);
    assert.equal(api.compare(body, '{"trackers":[]}').error, 'the list has no tracker');
    assert.equal(api.compare('{', answer).error, 'the request is not valid');
    assert.equal(api.compare('{', answer).findings[0].rule, 'unknown-api');
  });

  test(`${name}: what is not translated, and why`, () => {
    const error = (text, options) => api.translate(text, options).error;
    assert.equal(error('{"tracker_type":"system"}'), 'this is a v3 body already: it has `tracker_type`');
    const answer = '{"id":"x","create_time":1,"tracker_name":"system","obs_info":{"bucket_name":"abc"}}';
    const { document, reason } = api.detect(answer);
    assert.equal(error(answer), `choose the request that this answer becomes; it is a \`${document}\`: ${reason}`);
    assert.throws(() => error(answer, { to: 'v1' }), RangeError);
    assert.throws(() => error(answer, { name: 1 }), TypeError);
    assert.equal(
      error('{"bucket_name":"abc"}', { allowLoss: ['kmsid'] }),
      'v1 has no field `kmsid`; did you mean `kms_id`?',
    );
    const invalid = api.translate('{"bucket_name":"a"}');
    assert.deepEqual([invalid.error, invalid.changes], ['the v1 body is not valid', []]);
    assert.equal(invalid.findings[0].rule, 'length-out-of-range');
  });
}

for (const [name, api] of [['wasm', main], ['js', js]]) {
  test(`${name}: an input without end is an Error, and the next call works`, () => {
    assert.throws(() => api.check(new Uint8Array(2 ** 31)), { name: 'Error', message: /^ctslint: internal error: / });
    assert.equal(api.check('{}').findings[0].rule, 'unknown-api');
  });
}

/** The slim entry anew, with what `made` makes of each instance of the module in place of it. */
async function fresh(name, made) {
  const { Instance } = WebAssembly;
  const api = await import(`${pathToFileURL(join(installed, 'dist/main-slim.js'))}?${name}`);
  WebAssembly.Instance = function (module, imports) {
    return { exports: made(new Instance(module, imports).exports) };
  };
  try {
    api.initSync(readFileSync(join(installed, 'dist/core.wasm')));
  } finally {
    WebAssembly.Instance = Instance;
  }
  return api;
}

test('an internal error is an Error, and the next call works', async () => {
  const trap = (exports) => ({ ...exports, check: () => exports.__wbindgen_malloc(2 ** 31, 1) });
  const api = await fresh('trap', trap);
  assert.throws(
    () => api.check('{}'),
    (error) => {
      assert.match(error.message, /^ctslint: internal error: RuntimeError: .*; please report it with the input, at https:/);
      return error.name === 'Error' && error.cause instanceof WebAssembly.RuntimeError;
    },
  );
  assert.deepEqual(api.check('{"colour": "ö"}'), main.check('{"colour": "ö"}'));
});

test('a million calls do not let the memory grow', async () => {
  let memory;
  const api = await fresh('memory', (exports) => {
    memory = exports.memory;
    return exports;
  });
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc');
  const texts = ['{"tracker_type":"system","tracker_name":"system","is_lts_enabled":true}', '{"bucket_nmae":"A_"}'];
  const sizes = () => {
    collect();
    return { module: memory.buffer.byteLength, javascript: process.memoryUsage().heapUsed };
  };
  const options = { severities: { 'short-retention': 'off' } };
  const call = (count) => (count % 10 === 0 ? api.check(texts[1], options) : api.check(texts[0]));
  for (let count = 0; count < 1000; count++) call(count);
  const before = sizes();
  for (let count = 0; count < 1_000_000; count++) call(count);
  const after = sizes();
  assert.equal(after.module, before.module);
  assert.ok(after.javascript < before.javascript + 1e6, `${after.javascript - before.javascript} bytes more`);
});

test('paths', () => {
  assert.deepEqual(main.pointerToPath('/obs_info/a~1b/0'), ['obs_info', 'a/b', 0]);
  assert.equal(main.pathToPointer(['obs_info', 'a/b', 0]), '/obs_info/a~1b/0');
  assert.equal(main.pointerToDotted('/obs_info/bucket_name'), 'obs_info.bucket_name');
  assert.equal(main.dottedToPointer('a[0].b'), '/a/0/b');
  assert.deepEqual(main.dottedToPath(main.pathToDotted(['a.b', 'c'])), ['a.b', 'c']);
});
