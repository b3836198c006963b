// Real forms, through Standard Schema.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { FieldApi, FormApi } from '@tanstack/form-core';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { useForm } from 'react-hook-form';
import { JSDOM } from 'jsdom';
import { checkField, checkValue, createSchema, documents, errorSummary, form, fromForm, pointerToDotted, v1CreateRequest, v3CreateRequest } from 'ctslint';
import de from 'ctslint/locale/de';
import zh from 'ctslint/locale/zh';

const GOOD = { tracker_type: 'system', tracker_name: 'system', obs_info: { bucket_name: 'audit-prod' } };

test('react-hook-form', async () => {
  let api;
  function Form() {
    api = useForm({ resolver: standardSchemaResolver(v3CreateRequest), defaultValues: { ...GOOD, obs_info: { bucket_name: 'A_' } } });
    api.register('obs_info.bucket_name');
    return null;
  }
  renderToString(createElement(Form));
  let errors;
  let sent;
  await api.handleSubmit((values) => (sent = values), (found) => (errors = found))();
  assert.equal(sent, undefined);
  assert.equal(errors.obs_info.bucket_name.message, 'A is not allowed in bucket_name');
  api.setValue('obs_info.bucket_name', 'audit-prod');
  await api.handleSubmit((values) => (sent = values))();
  assert.deepEqual(sent, GOOD);
});

test('TanStack Form', async () => {
  let sent;
  const api = new FormApi({
    defaultValues: { ...GOOD, tracker_name: 'other' },
    validators: { onSubmit: v3CreateRequest },
    onSubmit: ({ value }) => (sent = value),
  });
  api.mount();
  const field = new FieldApi({ form: api, name: 'tracker_name' });
  field.mount();
  await api.handleSubmit();
  assert.equal(sent, undefined);
  const [issue] = api.state.errorMap.onSubmit.tracker_name;
  assert.equal(issue.code, 'tracker-name-not-system');
  field.handleChange('system');
  await api.handleSubmit();
  assert.deepEqual(sent, GOOD);
});

/** A body of each request with nothing but what it must have. */
const MINIMAL = {
  'v1-create-request': { bucket_name: 'audit-prod' },
  'v1-update-request': { bucket_name: 'audit-prod' },
  'v3-create-request': { tracker_type: 'system', tracker_name: 'system' },
  'v3-update-request': { tracker_type: 'system', tracker_name: 'system' },
  'huawei-v3-create-request': { tracker_type: 'system', tracker_name: 'system' },
  'huawei-v3-update-request': { tracker_type: 'system', tracker_name: 'system' },
};
const requests = documents().filter(({ kind }) => kind === 'request').map(({ name }) => name);

/** The values that a form holds that has an input for each field, where only those of a body are filled in. */
function held(document, body, empty) {
  const values = {};
  for (const { path, type, default: standard = false } of form(document)) {
    if (type === 'object') continue;
    const names = path.slice(1).split('/');
    const last = names.pop();
    const [holder, source] = names.reduce(([holder, source], name) => [(holder[name] ??= {}), source?.[name]], [values, body]);
    holder[last] = source?.[last] ?? (type === 'boolean' && empty === '' ? standard : empty);
  }
  return values;
}

test('what a form leaves empty is absent, and is not sent', () => {
  assert.deepEqual(requests, Object.keys(MINIMAL));
  for (const document of requests) {
    const body = MINIMAL[document];
    for (const emptyAsAbsent of [true, false]) {
      const schema = createSchema(document, { emptyAsAbsent });
      assert.deepEqual(schema['~standard'].validate(held(document, body, undefined)), { value: body }, document);
    }
    if (document.endsWith('create-request')) {
      assert.deepEqual(createSchema(document, { emptyAsAbsent: true })['~standard'].validate({ ...held(document, body, ''), more: undefined }), { value: body }, document);
    }
    assert.ok(createSchema(document)['~standard'].validate({ ...body, obs_info: {}, lts: {}, kms_id: '' }).issues !== undefined, 'a text or an object that is there counts, unless it is that of a form');
  }
  const whole = { ...MINIMAL['v1-create-request'] };
  assert.equal(v1CreateRequest['~standard'].validate(whole).value, whole, 'what is whole is given back as it is');
});

test('the values of a form become what their fields take, and keep what was chosen', () => {
  const schema = (document) => createSchema(document, { emptyAsAbsent: true })['~standard'];
  const chosen = { tracker_type: 'system', tracker_name: 'system', is_lts_enabled: 'false', 'obs_info.bucket_name': 'audit', obs_info: { is_sort_by_service: false, is_obs_created: false, compress_type: '' } };
  const sent = { tracker_type: 'system', tracker_name: 'system', is_lts_enabled: false, obs_info: { bucket_name: 'audit', is_sort_by_service: false } };
  assert.deepEqual(schema('v3').validate(chosen), { value: sent });
  // Selects and pickers say `null` for what is cleared; in a body, not of a form, it is a value.
  const cleared = { ...MINIMAL['v3-create-request'], is_lts_enabled: null, obs_info: { bucket_name: null } };
  assert.deepEqual(schema('v3').validate(cleared), { value: MINIMAL['v3-create-request'] });
  assert.equal(v3CreateRequest['~standard'].validate(cleared).issues.length, 2);
  // An update may find another state than the default.
  assert.deepEqual(schema('v3-update').validate(chosen).value.obs_info, { bucket_name: 'audit', is_sort_by_service: false, is_obs_created: false });
  // What an object must have stays in it, though it says nothing.
  const lts = { log_group_name: 'CTS', log_topic_name: 'system-trace', is_lts_enabled: false };
  assert.deepEqual(schema('v1').validate({ bucket_name: 'audit', lts, log_file_validate: { is_support_validate: false } }), { value: { bucket_name: 'audit', lts } });
  const data = { tracker_type: 'data', tracker_name: 'reads', management_event_selector: { exclude_service: [] } };
  assert.deepEqual(schema('huawei-v3').validate({ ...data, data_bucket: { data_bucket_name: 'data', data_event: ' READ, WRITE' }, obs_info: { bucket_lifecycle: '30' } }).value, {
    tracker_type: 'data',
    tracker_name: 'reads',
    data_bucket: { data_bucket_name: 'data', data_event: ['READ', 'WRITE'] },
    obs_info: { bucket_lifecycle: 30 },
  });
  for (const wrong of ['text', null, 1, []]) assert.ok(schema('v3').validate(wrong).issues.length > 0);
});

test('issues are plain text, in the language of the schema, with labels where they are wanted', () => {
  const said = (document, value, options) => createSchema(document, options)['~standard'].validate(value).issues.map(({ message }) => message);
  const encrypted = { bucket_name: 'Audit', is_support_trace_files_encryption: true };
  assert.deepEqual(said('v1', encrypted), ['A is not allowed in bucket_name', 'kms_id is required while encryption is on']);
  assert.deepEqual(said('v1', encrypted, { labels: true }), ['“A” is not allowed in “OBS bucket”', '“KMS key ID” is required while encryption is on']);
  for (const [lang, marks] of [[de, '„“'], [zh, '“”']]) {
    const labels = Object.fromEntries(form('v1', { lang }).map(({ name, label }) => [name, `${marks[0]}${label}${marks[1]}`]));
    const [character, key] = said('v1', encrypted, { lang, labels: true });
    assert.ok(character.includes(labels.bucket_name) && character.includes(`${marks[0]}A${marks[1]}`), character);
    assert.ok(key.includes(labels.kms_id), key);
    assert.doesNotMatch(said('v1', encrypted, { lang }).join(), /`/);
  }
  // Of fields with one name the neighbour is meant.
  const { findings } = checkValue({ tracker_type: 'system', tracker_name: 'x', obs_info: { bucket_name: 'a' } }, { as: 'v3', labels: true });
  for (const { text, message } of findings) assert.ok(text && !text.includes('`') && !/bucket_name|tracker_name/.test(text), message);
  assert.equal(checkField('v3', '/obs_info/bucket_name', 'audit_x', { labels: true })[0].text, '“_” is not allowed in “OBS bucket”');
  for (const document of requests) {
    for (const lang of [undefined, de, zh]) {
      for (const { hint, enum: values = [] } of form(document, { lang, labels: true })) assert.ok(![hint, ...values.map(({ text }) => text)].some((text) => text.includes('`')), hint);
    }
  }
  assert.equal(form('v1', { labels: true }).find(({ name }) => name === 'is_support_trace_files_encryption').hint, 'Whether trace files are encrypted with the key of “KMS key ID”.');
  assert.equal(createSchema('v3', { provider: 'huawei' })['~standard'].validate({ ...GOOD, agency_name: 'cts_admin_trust' }).issues, undefined);
  assert.throws(() => createSchema('v2'), { name: 'RangeError', message: /there is no document "v2"/ });
  assert.throws(() => createSchema('v3', { emptyAsAbsent: 1 }), { message: 'ctslint: emptyAsAbsent is true or false, not 1' });
});

test('a summary has a line for each input that is wrong, in the order of the form', () => {
  const { issues } = createSchema('v1')['~standard'].validate({ is_support_trace_files_encryption: true, lts: { is_lts_enabled: true }, bucket_name: '_' });
  const lines = errorSummary(issues, 'v1');
  assert.deepEqual(lines.map(({ id }) => id), ['bucket_name', 'kms_id', 'lts.log_group_name', 'lts.log_topic_name']);
  assert.equal(lines[0].message, '_ is not allowed in bucket_name');
  assert.deepEqual(errorSummary(issues, { as: 'v1', id: (name) => `field-${name}` })[1], { id: 'field-kms_id', path: '/kms_id', message: 'kms_id is required while encryption is on' });
  const { findings } = checkValue({ obs_info: 1, colour: 1 }, 'v3');
  assert.deepEqual(errorSummary(findings, 'v3').map(({ id, path }) => [id, path]), [['', '/colour'], ['tracker_type', '/tracker_type'], ['tracker_name', '/tracker_name'], ['obs_info.bucket_name', '/obs_info']]);
  assert.deepEqual(errorSummary(findings).map(({ id }) => id).sort(), ['colour', 'obs_info', 'tracker_name', 'tracker_type']);
  assert.deepEqual(errorSummary(checkValue(GOOD, 'v3').findings, 'v3'), []);
  assert.throws(() => errorSummary('no'), { name: 'TypeError', message: 'ctslint: errorSummary takes a list of issues or findings, not "no"' });
});

test('each input that is missing has its own issue', () => {
  const { issues } = createSchema('v1', { lang: de, labels: true, emptyAsAbsent: true })['~standard'].validate({ bucket_name: 'audit', lts: { is_lts_enabled: true } });
  assert.deepEqual(issues.map(({ path, message, params }) => [path.join('.'), message, params.field]), [
    ['lts.log_group_name', '„Log-Gruppe“ fehlt in „Trace-Analyse“', 'log_group_name'],
    ['lts.log_topic_name', '„Log-Stream“ fehlt in „Trace-Analyse“', 'log_topic_name'],
  ]);
});

test('the most useful issue of a field comes first, and carries code and params', () => {
  const { issues } = v1CreateRequest['~standard'].validate({ bucket_name: '_' });
  assert.deepEqual(
    issues.map(({ path, code }) => [path.join('.'), code]),
    [
      ['bucket_name', 'invalid-character'],
      ['bucket_name', 'length-out-of-range'],
    ],
  );
  assert.equal(issues[0].params.got, '_');
});

test('patterns take and refuse what the checker takes and refuses', async () => {
  const { checkField } = await import('ctslint');
  const samples = ['abc', 'a-b', 'a.b', 'a--b', 'a..b', 'a.-b', 'a-', '1.2.3.4', '1.2.3.4.5', 'A', 'a_b', 'prefix.1', 'é', '-', 'a]'];
  for (const document of ['v1', 'v3']) {
    for (const { path, pattern, limits } of form(document)) {
      if (pattern === undefined) continue;
      const expression = new RegExp(pattern, 'v');
      for (const sample of samples.filter((sample) => sample.length >= (limits?.min ?? 0))) {
        const errors = checkField(document, path, sample).filter(({ severity }) => severity === 'error');
        assert.equal(expression.test(sample), errors.length === 0, `${path} ${sample}`);
      }
    }
  }
});

test('a body from the values of a form', () => {
  const values = { tracker_type: 'system', 'obs_info.bucket_name': '', 'obs_info.is_sort_by_service': 'on', kms: undefined };
  assert.deepEqual(fromForm(values, { as: 'v3' }), { tracker_type: 'system', obs_info: { is_sort_by_service: true } });
  assert.deepEqual(fromForm({ obs_info: { bucket_name: '' } }), {});
  assert.deepEqual(fromForm({ obs_info: { bucket_name: '' } }, { touched: ['obs_info.bucket_name'] }), {
    obs_info: { bucket_name: '' },
  });
  assert.deepEqual(fromForm({ obs_info: {}, lts: { a: undefined, b: null }, kms_id: null }), {});
  const data = new FormData();
  data.set('is_lts_enabled', 'true');
  assert.deepEqual(fromForm(data, { as: 'v3' }), { is_lts_enabled: true });
});

/** A form with an input for each field of a document, as HTML has it. */
function page(document, initial = {}) {
  const inputs = form(document).filter(({ type }) => type !== 'object').map(({ path, type, enum: values, default: standard }) => {
    const name = pointerToDotted(path);
    const value = initial[name] ?? standard;
    if (type === 'boolean') return `<input type="checkbox" name="${name}" ${value ? 'checked' : ''}>`;
    if (!values) return `<input name="${name}" value="${value ?? ''}">`;
    const options = values.map(({ value: one }) => `<option ${one === value ? 'selected' : ''}>${one}</option>`);
    return `<select name="${name}"><option></option>${options.join('')}</select>`;
  });
  const { window } = new JSDOM(`<form>${inputs.join('')}<input name="off" value="x" disabled><button name="send">Send</button></form>`);
  const element = window.document.querySelector('form');
  return { element, window, input: (name) => element.elements[name] };
}

test('a form says false, and sends nothing of what was left alone', () => {
  const v3 = { tracker_type: 'system', tracker_name: 'system' };
  const { element, input } = page('v3', v3);
  const sent = (options) => fromForm(element, { as: 'v3', ...options });
  assert.deepEqual(sent(), v3);
  input('obs_info.is_sort_by_service').checked = false;
  assert.deepEqual(sent(), { ...v3, obs_info: { is_sort_by_service: false } });
  input('obs_info.is_sort_by_service').checked = true;
  input('is_lts_enabled').checked = true;
  input('obs_info.compress_type').value = 'json';
  assert.deepEqual(sent(), { ...v3, is_lts_enabled: true, obs_info: { compress_type: 'json' } });
  input('obs_info.compress_type').value = '';
  assert.deepEqual(sent({ touched: ['obs_info.is_sort_by_service', '/obs_info/file_prefix_name'] }), { ...v3, is_lts_enabled: true, obs_info: { file_prefix_name: '', is_sort_by_service: true } });
  // What is shown counts, also where the page shows something else than the default.
  const unticked = page('v3', { ...v3, 'obs_info.is_sort_by_service': false, is_lts_enabled: true });
  assert.deepEqual(fromForm(unticked.element, 'v3'), { ...v3, is_lts_enabled: true, obs_info: { is_sort_by_service: false } });
});

test('an update sends what is on and what was switched off', () => {
  const now = { tracker_type: 'system', tracker_name: 'system', is_lts_enabled: true, 'obs_info.is_sort_by_service': false };
  const { element, input } = page('v3-update', now);
  const sent = () => fromForm(element, 'v3-update');
  const { obs_info, ...top } = sent();
  assert.deepEqual(top, { tracker_type: 'system', tracker_name: 'system', is_lts_enabled: true });
  assert.deepEqual(obs_info, { compress_type: 'gzip' });
  input('is_lts_enabled').checked = false;
  input('obs_info.is_sort_by_service').checked = true;
  assert.equal(sent().is_lts_enabled, false);
  assert.equal(sent().obs_info.is_sort_by_service, true);
});

test('what an object must have is sent with it, and alone it is nothing', () => {
  const { element, input } = page('v1', { bucket_name: 'audit' });
  assert.deepEqual(fromForm(element, 'v1'), { bucket_name: 'audit' });
  input('lts.log_group_name').value = 'CTS';
  assert.deepEqual(fromForm(element, 'v1'), { bucket_name: 'audit', lts: { is_lts_enabled: false, log_group_name: 'CTS' } });
});

test('FormData says false where it is told which checkboxes there are', () => {
  const { element, window, input } = page('v3', { tracker_type: 'system', tracker_name: 'system' });
  const checkboxes = ['obs_info.is_sort_by_service', '/is_lts_enabled'];
  const sent = (as) => fromForm(new window.FormData(element), { as, checkboxes });
  assert.deepEqual(sent('v3'), { tracker_type: 'system', tracker_name: 'system', obs_info: { compress_type: 'gzip' } });
  input('obs_info.is_sort_by_service').checked = false;
  assert.equal(sent('v3').obs_info.is_sort_by_service, false);
  assert.deepEqual(sent('v3-update').is_lts_enabled, false);
  const events = new FormData();
  for (const event of ['READ', 'WRITE']) events.append('data_bucket.data_event', event);
  assert.deepEqual(fromForm(events, 'huawei-v3'), { data_bucket: { data_event: ['READ', 'WRITE'] } });
  // A hidden input in front of a checkbox says it without any script.
  const data = new FormData();
  data.append('obs_info.is_sort_by_service', 'false');
  assert.deepEqual(fromForm(data, 'v3'), { obs_info: { is_sort_by_service: false } });
  data.append('obs_info.is_sort_by_service', 'true');
  assert.deepEqual(fromForm(data, 'v3'), { obs_info: { is_sort_by_service: true } });
});
