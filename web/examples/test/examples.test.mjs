// Each page in Chromium, for each document, in English and in German: a minimal body is sent as it is, with the usual settings of the
// library; what is left alone is not sent and what is switched off is; the message of each rule stands at its field.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { createSchema, form, pointerToDotted } from 'ctslint';
import de from 'ctslint/locale/de';
import { launch, open } from '../../console/test/support/browser.mjs';
import { serve } from '../../console/test/support/server.mjs';

let browser;
let server;
before(async () => {
  browser = await launch();
  server = await serve(new URL('../dist/', import.meta.url).pathname);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Where the input of a field is, and where its message. */
const plain = { input: (name) => `[id="${name}"]`, error: (name) => `[id="${name}-error"]` };
const LIBRARIES = {
  html: plain,
  'react-hook-form': plain,
  'tanstack-form': plain,
  rjsf: { input: (name) => `[id="root_${name.replace('.', '_')}"]`, error: (name) => `[id="root_${name.replace('.', '_')}__error"]` },
  // It tells what was typed 10 ms after it was: people take longer to get to the next input, and who is faster presses again.
  'json-forms': { isLate: true, input: (name) => `[id="#/properties/${name.replace('.', '/properties/')}-input"]`, error: (name) => `[id="#/properties/${name.replace('.', '/properties/')}"] .validation` },
  vue: plain,
  svelte: plain,
};

/** Those that sum up what is wrong above the form. */
const SUMMARIES = ['html', 'react-hook-form'];

const TRACKER = { tracker_type: 'system', tracker_name: 'system' };
/** What must be filled in, and more that can be: what is sent of it, and what is refused, and where. */
const DOCUMENTS = {
  v1: {
    minimal: { bucket_name: 'audit-prod' },
    more: { is_support_trace_files_encryption: true, kms_id: '13a4207c-7abe-4b68-8510-16b84c3b5504', 'lts.is_lts_enabled': true, 'lts.log_group_name': 'CTS', 'lts.log_topic_name': 'system-trace' },
    wrong: { bucket_name: 'audit_prod', is_support_trace_files_encryption: true, 'lts.log_group_name': 'CTS' },
    at: ['bucket_name', 'kms_id', 'lts.log_topic_name'],
  },
  v3: {
    minimal: TRACKER,
    more: { 'obs_info.bucket_name': 'audit-prod', 'obs_info.is_sort_by_service': false, 'obs_info.compress_type': 'json', is_lts_enabled: true },
    wrong: { tracker_name: 'audit', 'obs_info.bucket_name': '-audit..prod', 'obs_info.file_prefix_name': 'a/b' },
    at: ['tracker_name', 'obs_info.bucket_name', 'obs_info.file_prefix_name'],
  },
  'v3-update': {
    minimal: TRACKER,
    more: { status: 'disabled', is_lts_enabled: false, 'obs_info.bucket_name': 'audit-prod', 'obs_info.is_sort_by_service': false, is_support_validate: true },
    wrong: { tracker_name: 'audit', 'obs_info.bucket_name': '10.0.0.1', 'obs_info.file_prefix_name': 'ä' },
    at: ['tracker_name', 'obs_info.bucket_name', 'obs_info.file_prefix_name'],
  },
  'huawei-v3': {
    langs: [undefined],
    minimal: TRACKER,
    more: { tracker_type: 'data', tracker_name: 'reads', 'data_bucket.data_bucket_name': 'data', 'data_bucket.data_event': 'READ, WRITE', 'obs_info.bucket_name': 'audit-prod', 'obs_info.bucket_lifecycle': '30' },
    typed: { 'data_bucket.data_event': ['READ', 'WRITE'], 'obs_info.bucket_lifecycle': 30 },
    wrong: { is_support_trace_files_encryption: true },
    at: ['kms_id'],
  },
  'v1-update': {
    langs: [de],
    minimal: { bucket_name: 'audit-prod' },
    more: { status: 'disabled', is_support_trace_files_encryption: false, 'lts.is_lts_enabled': true, 'lts.log_group_name': 'CTS', 'lts.log_topic_name': 'system-trace', 'log_file_validate.is_support_validate': false },
    wrong: { bucket_name: 'audit_prod', is_support_trace_files_encryption: true, 'lts.is_lts_enabled': true, 'lts.log_group_name': 'CTS' },
    at: ['bucket_name', 'kms_id', 'lts.log_topic_name'],
  },
  'huawei-v3-update': {
    langs: [undefined],
    minimal: TRACKER,
    more: { tracker_type: 'data', tracker_name: 'reads', status: 'enabled', 'data_bucket.data_bucket_name': 'data', 'data_bucket.data_event': 'READ', 'obs_info.bucket_name': 'audit-prod', 'obs_info.bucket_lifecycle': '90', is_support_validate: false },
    typed: { 'data_bucket.data_event': ['READ'], 'obs_info.bucket_lifecycle': 90 },
    wrong: { 'obs_info.bucket_name': 'audit_prod', is_support_trace_files_encryption: true },
    at: ['obs_info.bucket_name', 'kms_id'],
  },
};

/** `{ 'obs_info.bucket_name': … }` as a body. */
function nested(values) {
  const body = {};
  for (const [name, value] of Object.entries(values)) {
    const [first, second] = name.split('.');
    if (second === undefined) body[first] = value;
    else (body[first] ??= {})[second] = value;
  }
  return body;
}

describe('each library', { concurrency: 2 }, () => {
  for (const [library, where] of Object.entries(LIBRARIES)) {
    test(library, { timeout: 120_000 }, async () => {
      const { context, page, wrong } = await open(browser, server.origin);
      try {
        for (const [document, known] of Object.entries(DOCUMENTS)) {
          for (const lang of known.langs ?? [undefined, de]) await drives(page, { library, where, document, known, lang });
        }
        assert.deepEqual(wrong, []);
      } finally {
        await context.close();
      }
    });
  }
});

async function drives(page, { library, where, document, known, lang }) {
  const fields = form(document, { lang, labels: true });
  const labelOf = (name) => fields.find(({ path }) => pointerToDotted(path) === name).label;
  await page.goto(`${server.url}${library}/index.html?document=${document}&lang=${lang?.name ?? 'en'}`);
  const said = `${library}, ${document}, ${lang?.name ?? 'en'}`;

  async function fill(values) {
    for (const [name, value] of Object.entries(values)) {
      const input = page.locator(where.input(name));
      const kind = await input.evaluate(({ tagName, type }) => (tagName === 'SELECT' ? 'select' : type));
      if (kind === 'select') await input.selectOption(value === '' ? { index: 0 } : { label: choice(name, value) });
      else if (kind === 'checkbox') await input.setChecked(value === true);
      else await input.fill(value);
      if (where.isLate) await page.waitForTimeout(50);
    }
  }
  function choice(name, value) {
    const { enum: values } = fields.find(({ path }) => pointerToDotted(path) === name);
    const [on, off] = lang ? ['an', 'aus'] : ['on', 'off'];
    return values ? values.find((one) => one.value === value).text : value ? on : off;
  }
  const send = () => page.locator('form button:not([type=button])').last().click();
  async function sent(body) {
    const read = async () => JSON.parse((await page.locator('pre').innerText()) || 'null');
    const end = Date.now() + 5000;
    while (!isDeepStrictEqual(await read(), body) && Date.now() < end) {
      await page.waitForTimeout(where.isLate ? 300 : 20);
      if (where.isLate) await send();
    }
    assert.deepEqual(await read(), body, said);
  }

  for (const { path } of fields.filter(({ type }) => type !== 'object')) {
    const name = pointerToDotted(path);
    assert.ok((await page.locator(where.input(name)).count()) === 1, `${said}: ${name} has an input`);
  }
  assert.ok((await page.locator('main').innerText()).includes(labelOf(known.at[0])), `${said}: the labels are in the language`);

  // What is wrong is said at its field, in the language, and nothing is sent.
  await fill({ ...known.minimal, ...known.wrong });
  await send();
  const { issues } = createSchema(document, { lang, labels: true })['~standard'].validate(nested({ ...known.minimal, ...known.wrong, ...(document === 'v1' && { 'lts.is_lts_enabled': false }) }));
  assert.deepEqual([...new Set(issues.map(({ path }) => path.join('.')))].sort(), [...known.at].sort(), said);
  for (const name of known.at) {
    const { message } = issues.find(({ path }) => path.join('.') === name);
    await page.locator(where.error(name)).filter({ hasText: message }).waitFor();
    assert.equal((await page.locator(where.error(name)).innerText()).trim(), message, `${said}: one message`);
  }
  assert.equal(await page.locator('pre').innerText(), '', said);
  if (SUMMARIES.includes(library)) {
    const links = await page.locator('nav a').evaluateAll((links) => links.map((link) => decodeURIComponent(link.hash.slice(1))));
    assert.deepEqual(links, known.at, `${said}: the summary leads to the inputs`);
  }

  // Mended, it is sent: what was chosen, and nothing else.
  await fill(Object.fromEntries(Object.entries(known.wrong).map(([name, value]) => [name, value === true ? (document.endsWith('update') ? '' : false) : ''])));
  await fill(known.minimal);
  await send();
  await sent(nested(known.minimal));
  await fill(known.more);
  await send();
  await sent(nested({ ...known.minimal, ...known.more, ...known.typed }));
}

test('every pattern that is published compiles as browsers compile it', () => {
  for (const document of ['v1-create-request', 'v3-create-request']) {
    for (const { path, pattern, usualPattern } of form(document)) {
      for (const source of [pattern, usualPattern]) {
        if (source !== undefined) assert.doesNotThrow(() => new RegExp(`^(?:${source})$`, 'v'), path);
      }
    }
  }
});

test('the recipes are code of the pages', () => {
  const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const bare = (text) => text.replace(/\s+/g, ' ');
  const recipes = [...read('../../README.md').matchAll(/^\[`examples\/([^`]*)`\].*\n(?:.*\n)*?```\w+\n([^]*?)```/gm)];
  assert.ok(recipes.length >= 7, `${recipes.length} recipes`);
  for (const [, path, code] of recipes) {
    const page = bare(read(`../${path}`));
    // Each paragraph of a recipe stands in the page as it is; what comes between may be left out.
    for (const part of code.split('\n\n')) assert.ok(page.includes(bare(part).trim()), `${path}: ${part}`);
  }
});
