// Each example in Chromium: what it refuses, what it says, what it makes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { form } from 'ctslint';
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

function example(name, body) {
  test(name, { timeout: 30_000 }, async () => {
    const { context, page, wrong } = await open(browser, server.origin);
    try {
      await page.goto(`${server.url}${name}/index.html`);
      await page.getByLabel('OBS bucket').waitFor();
      await body(page);
      assert.deepEqual(wrong, []);
    } finally {
      await context.close();
    }
  });
}

const body = async (page) => JSON.parse((await page.locator('pre').innerText()).replace(/\n(info|warning): .*/gs, ''));

example('html', async (page) => {
  const bucket = page.getByLabel('OBS bucket');
  const validity = () => bucket.evaluate(({ validity: { patternMismatch, tooShort, customError, valid }, validationMessage }) => ({ patternMismatch, tooShort, customError, valid, validationMessage }));
  await bucket.fill('acme_audit');
  const wrong = await validity();
  assert.equal(wrong.patternMismatch, true);
  assert.equal(wrong.validationMessage, '`_` is not allowed in `bucket_name`');
  await page.getByRole('button').click();
  assert.equal(await page.locator('pre').innerText(), '');
  await bucket.fill('acme-audit');
  assert.equal((await validity()).valid, true);
  await page.getByLabel('Send traces to LTS').check();
  await page.getByRole('button').click();
  assert.deepEqual(await body(page), {
    tracker_type: 'system',
    tracker_name: 'system',
    is_lts_enabled: true,
    obs_info: { bucket_name: 'acme-audit' },
  });
});

example('react', async (page) => {
  const bucket = page.getByLabel('OBS bucket');
  await bucket.fill('Acme');
  await page.getByLabel('Tracker name').fill('audit');
  assert.equal(await page.locator('.error:not(:empty)').count(), 1);
  await page.getByRole('button').click();
  await page.locator('.error', { hasText: 'can only be called' }).waitFor();
  assert.equal(await bucket.getAttribute('aria-invalid'), 'true');
  assert.equal(await page.locator('pre').innerText(), '');
  await page.getByLabel('Tracker name').fill('system');
  await bucket.fill('acme-audit');
  await page.getByLabel('Compression').selectOption('json');
  await page.getByRole('button').click();
  await page.locator('pre', { hasText: 'acme-audit' }).waitFor();
  const made = await body(page);
  assert.equal(made.tracker_name, 'system');
  assert.equal(made.obs_info.compress_type, 'json');
  assert.equal('file_prefix_name' in made.obs_info, false);
});

example('vue', async (page) => {
  await page.getByRole('button').click();
  assert.equal(await page.locator('.error:not(:empty)').count(), 1);
  await page.getByLabel('OBS bucket').fill('acme-audit');
  assert.equal(await page.getByLabel('KMS key ID').count(), 0);
  await page.getByLabel('Encrypt trace files').check();
  assert.match(await page.locator('.error:not(:empty)').innerText(), /is required while encryption is on/);
  await page.getByLabel('KMS key ID').fill('13a4207c-7abe-4b68-8510-16b84c3b5504');
  await page.getByRole('button').click();
  assert.deepEqual(await body(page), {
    bucket_name: 'acme-audit',
    is_support_trace_files_encryption: true,
    kms_id: '13a4207c-7abe-4b68-8510-16b84c3b5504',
  });
});

test('every pattern that is published compiles as browsers compile it', () => {
  for (const document of ['v1-create-request', 'v3-create-request']) {
    for (const { path, pattern, usualPattern } of form(document)) {
      for (const source of [pattern, usualPattern]) {
        if (source !== undefined) assert.doesNotThrow(() => new RegExp(`^(?:${source})$`, 'v'), path);
      }
    }
  }
});
