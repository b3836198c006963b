// Real forms, through Standard Schema.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { FieldApi, FormApi } from '@tanstack/form-core';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { useForm } from 'react-hook-form';
import { form, fromForm, v1CreateRequest, v3CreateRequest } from 'ctslint';

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
  assert.equal(errors.obs_info.bucket_name.message, '`A` is not allowed in `bucket_name`');
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
  const data = new FormData();
  data.set('is_lts_enabled', 'true');
  assert.deepEqual(fromForm(data, { as: 'v3' }), { is_lts_enabled: true });
});
