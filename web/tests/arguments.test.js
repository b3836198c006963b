// What callers give: plain meanings are taken, anything else is told in one sentence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as main from 'ctslint';
import de from 'ctslint/locale/de';
import { explain } from 'ctslint/explain';
import * as js from 'ctslint/js';

const BODY = '{"colour": 1, "obs_info": {"bucket_name": "A"}}';
const BUCKET = '/obs_info/bucket_name';

for (const [name, api] of [['wasm', main], ['js', js]]) {
  test(`${name}: a value that JSON cannot say is named, with its path, also where it is all there is`, () => {
    for (const [word, value] of [['undefined', undefined], ['NaN', NaN], ['-Infinity', -Infinity], ['Date()', new Date(0)], ['function()', () => 1]]) {
      for (const [finding, path] of [
        [api.checkField('v3', BUCKET, value)[0], BUCKET],
        [api.checkValue(value).findings[0], ''],
        [api.checkValue(value, { as: 'v3' }).findings[0], ''],
      ]) {
        assert.equal(finding.rule, 'invalid-json');
        assert.equal(finding.severity, 'error');
        assert.equal(finding.message, `JSON has no \`${word}\``);
        assert.equal(finding.path, path);
      }
      assert.equal(api.checkField('v3', BUCKET, value).length, 1);
    }
    assert.match(api.checkValue('undefined').findings[0].message, /^(?!JSON has no)/);
    assert.deepEqual(api.checkField('v3', BUCKET, 'audit'), []);
  });

  test(`${name}: the name of a document stands for the options`, () => {
    for (const call of ['check', 'fix']) assert.deepEqual(api[call](BODY, 'v3'), api[call](BODY, { as: 'v3' }));
    assert.deepEqual(api.checkValue({}, 'v3'), api.checkValue({}, { as: 'v3' }));
    const values = { is_lts_enabled: 'on' };
    assert.deepEqual(api.fromForm(values, 'v3'), { is_lts_enabled: true });
    assert.throws(() => api.check(BODY, 'v2'), { name: 'RangeError', message: /there is no document "v2"/ });
  });

  test(`${name}: a field is a pointer, a path or dotted`, () => {
    const [expected] = api.checkField('v3', BUCKET, 'a_b');
    assert.equal(expected.path, BUCKET);
    for (const field of [['obs_info', 'bucket_name'], 'obs_info.bucket_name']) assert.deepEqual(api.checkField('v3', field, 'a_b'), [expected]);
    assert.deepEqual(api.schema('v3', 7), api.schema('v3', '7'));
    const lossy = '{"bucket_name":"abc","kms_id":"x","is_support_trace_files_encryption":true}';
    assert.deepEqual(api.translate(lossy, { allowLoss: 'kms_id' }), api.translate(lossy, { allowLoss: ['kms_id'] }));
    assert.deepEqual(api.check(BODY, { lang: { default: de } }), api.check(BODY, { lang: de }));
    assert.deepEqual(api.check(new TextEncoder().encode(BODY).buffer), api.check(BODY));
  });

  test(`${name}: whatever is wrong with a call is one sentence of its own`, () => {
    const rubbish = [null, 1, 1n, true, Symbol('s'), () => 1, ['v3']];
    const calls = [];
    for (const value of rubbish) {
      calls.push(() => api.check(value), () => api.check(BODY, value), () => api.checkValue({}, value), () => api.fix(BODY, value));
      calls.push(() => api.detect(BODY, value), () => api.translate(BODY, value), () => api.form('v3', value), () => api.form(value));
      calls.push(() => api.schema(value), () => api.schema('v3', { draft: value }), () => api.schema('v3', { profile: value }), () => api.checkField(value, BUCKET, 'x'), () => api.checkField('v3', BUCKET, 'x', value));
      calls.push(() => api.checkProjectId(value), () => api.check(BODY, { as: value }), () => api.check(BODY, { provider: value ?? 0 }));
      if (value !== true) calls.push(() => api.check(BODY, { comments: value }), () => api.fix(BODY, { unsafe: value }));
      if (value !== 1) calls.push(() => api.check(BODY, { maxFindings: value }));
      if (value === null || typeof value !== 'object') {
        calls.push(() => api.check(BODY, { severities: value }), () => api.translate(BODY, { allowLoss: value }));
        calls.push(() => api.checkField('v3', value, 'x'), () => api.fromForm(value), () => api.fromForm({}, { touched: value }));
        calls.push(() => api.applyFix(BODY, value), () => api.applyFix(value, []));
        calls.push(() => api.pathToPointer(value), () => api.pathToDotted(value));
      }
      calls.push(() => api.createSchema(value), () => api.createSchema('v3', value), () => api.errorSummary(value), () => api.errorSummary([], value));
      calls.push(() => api.createSchema('v3', { lang: value ?? 1 }), () => api.form('v3', { labels: value === true ? 1 : value }));
      if (typeof value !== 'function') calls.push(() => api.errorSummary([], { id: value }));
      if (!Array.isArray(value)) calls.push(() => api.fromForm({}, { checkboxes: value }));
      calls.push(() => explain(value), () => explain('400', value), () => api.rules(value), () => api.apiErrors({ lang: value ?? 1 }), () => api.schema('v3', { lang: value ?? 1 }), () => api.v3CreateRequest['~standard'].jsonSchema.input(value));
      if (value !== true) calls.push(() => explain('400', { all: value }));
      calls.push(() => api.pointerToPath(value), () => api.dottedToPath(value), () => api.pointerToDotted(value));
    }
    calls.push(() => api.checkField('v3'), () => api.checkField('v3', BUCKET), () => api.checkField(), () => api.check(), () => api.fromForm());
    calls.push(() => api.translate(BODY, { allowLoss: [1] }), () => api.check(BODY, { maxFindings: -1 }), () => api.check(BODY, { maxFindings: NaN }));
    calls.push(() => api.pointerToPath('obs_info'), () => api.pathToPointer('obs_info'), () => api.schema('v3', 'draft-04'));
    for (const call of calls) {
      assert.throws(call, (error) => {
        assert.match(`${error.name}: ${error.message}`, /^(TypeError|RangeError): ctslint: (?!internal error)[^\n]*$/, String(call));
        return true;
      });
    }
  });

  test(`${name}: an option that there is not is told, with the one that was meant`, () => {
    const wrong = { maxFinding: 'maxFindings', language: 'lang', allow_loss: 'allowLoss', Provider: 'provider', severites: 'severities' };
    for (const [given, meant] of Object.entries(wrong)) {
      assert.throws(() => api.check(BODY, { [given]: undefined }), { name: 'TypeError', message: `ctslint: there is no option ${given}; did you mean ${meant}?` });
    }
    assert.throws(() => api.form('v3', { colour: 1 }), { name: 'TypeError', message: /there is no option colour; there are all, allowLoss, as, / });
    assert.throws(() => api.check(BODY, { severities: { 'unknown-fields': 'off' } }), { message: /did you mean unknown-field\?/ });
  });

  test(`${name}: what contains itself ends in a sentence, at once`, () => {
    const self = { toJSON() { return this; } };
    assert.ok(api.checkValue(self).findings.some(({ message }) => message === 'JSON has no `function()`'));
    class Same { tracker_type = 'system'; toJSON() { return this; } }
    assert.deepEqual(api.checkValue(new Same()), api.checkValue({ tracker_type: 'system' }));
    const fresh = () => ({ toJSON: () => ({ a: fresh() }) });
    assert.ok(api.checkValue(fresh()).findings.length > 0);
    assert.equal(api.checkValue({ tracker_type: { [Symbol.toStringTag]: 'String', __proto__: null } }).findings.some(({ rule }) => rule === 'invalid-json'), true);
    const cycle = { obs_info: {} };
    Object.assign(cycle.obs_info, { one: cycle, two: cycle });
    const start = performance.now();
    assert.throws(() => api.checkValue(cycle), { name: 'TypeError', message: /contains itself, at \/obs_info\/one$/ });
    assert.throws(() => api.fromForm(cycle), { name: 'TypeError', message: /contain themselves, at \/obs_info\/one$/ });
    const { issues } = api.v3CreateRequest['~standard'].validate(cycle);
    assert.ok(issues.some(({ path, code }) => code === 'invalid-json' && path.join('.') === 'obs_info.one'));
    let deep = {};
    for (let level = 0; level < 1e5; level++) deep = { deep };
    assert.ok(api.checkValue(api.fromForm({ deep }), 'v3').findings.length > 0);
    assert.ok(performance.now() - start < 500);
  });

  test(`${name}: a report lists no more findings than wanted, the first ones`, () => {
    const { findings } = api.check(BODY, 'v3');
    assert.ok(findings.length > 2);
    for (const maxFindings of [0, 1, 2, Infinity, undefined]) {
      assert.deepEqual(api.check(BODY, { as: 'v3', maxFindings }).findings, findings.slice(0, maxFindings));
      assert.equal(api.fix('{"a": 1, "b": 2}', { as: 'v3', maxFindings }).remaining.findings.length, Math.min(maxFindings ?? Infinity, api.fix('{"a": 1, "b": 2}', 'v3').remaining.findings.length));
    }
    assert.equal(api.checkValue(JSON.parse(BODY), { as: 'v3', maxFindings: 1 }).findings.length, 1);
  });

  test(`${name}: a fix is applied to the text as strings count it`, () => {
    const text = '{"tracker_type": "system", /*é😀*/ "tracker_nmae": "system"} ';
    const { findings } = api.check(text, { as: 'v3', comments: true });
    const finding = findings.find(({ rule }) => rule === 'unknown-field');
    assert.equal(api.applyFix(text, finding), text.replace('nmae', 'name'));
    assert.equal(api.applyFix('\ufeff' + text, api.check('\ufeff' + text, { as: 'v3', comments: true }).findings.find(({ rule }) => rule === 'unknown-field')), '\ufeff' + text.replace('nmae', 'name'));
    assert.equal(api.applyFix(text, { ...finding, fix: undefined }), text);
    assert.throws(() => api.applyFix('{}', finding), RangeError);
    assert.throws(() => api.applyFix('éééééééééééééééééééééééééééééééé'.slice(0, 20), finding), RangeError);
  });

  test(`${name}: the fixes of a list are applied together, of two in one place the first`, () => {
    const text = "{'é': 1, tracker_type: 'system', 'tracker_nmae': \"system\",}";
    const { findings } = api.check(text, 'v3');
    const safe = findings.filter(({ fix }) => fix?.safety === 'safe');
    assert.ok(safe.length > 2);
    const fixed = api.applyFix(text, safe);
    assert.doesNotThrow(() => JSON.parse(fixed));
    assert.equal(api.applyFix(text, [...safe, ...safe]), fixed);
    assert.equal(api.applyFix(text, []), text);
  });

  test(`${name}: the memory of a large text is given back, and dispose gives back the rest`, () => {
    const large = `{"colour": "${'ö'.repeat(4e6)}"}`;
    const before = api.check(BODY);
    for (let time = 0; time < 3; time++) {
      assert.equal(api.check(large, 'v3').findings.some(({ rule }) => rule === 'unknown-field'), true);
      api.dispose();
      api.dispose();
      assert.deepEqual(api.check(BODY), before);
    }
  });
}
