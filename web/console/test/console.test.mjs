// The built page in Chromium: everything that it can do, and what must never happen on it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { detect, form as fieldsOf, translate } from 'ctslint';
import german from 'ctslint/locale/de';
import chinese from 'ctslint/locale/zh';
import { launch, open } from './support/browser.mjs';
import { serve } from './support/server.mjs';

const dist = new URL('../dist/', import.meta.url).pathname;
const repository = new URL('../../../', import.meta.url).pathname;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const policy = readFileSync(join(dist, 'index.html'), 'utf8').match(/Content-Security-Policy" content="([^"]+)"/)?.[1].replaceAll('&#39;', "'");

let browser;
let server;
before(async () => {
  browser = await launch();
  server = await serve(dist, {
    base: '/some/where/',
    headers: { 'content-security-policy': `${policy}; frame-ancestors 'none'` },
  });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the page and afterwards sees that nothing forbidden has happened. */
function visit(name, hash, body, options = {}) {
  test(name, { timeout: 60_000 }, async () => {
    const { context, page, wrong } = await open(browser, server.origin, { serviceWorkers: 'block', ...options });
    try {
      await page.goto(server.url + hash);
      await page.locator('h1:visible').waitFor();
      await body(page, context);
      assert.deepEqual(wrong, []);
    } finally {
      await context.close();
    }
  });
}

const json = async (page) => JSON.parse(await page.locator('.body-pane > .code').innerText());
const field = (page, path) => page.locator(`[data-path="${path}"]`);
const complaint = (page, path) => field(page, path).locator('.complaint');
const v1 = (page) => page.getByRole('radio', { name: /^v1/ }).check({ force: true });
const editorText = (page) => page.locator('.editor-view .cm-content').evaluate((element) => element.cmTile?.view?.state.doc.toString() ?? element.innerText);

async function editorReady(page, view = 'editor') {
  await page.locator(`.${view}-view .slot.ready`).waitFor();
}

/** Writes a text into the editor as a person pastes it. */
async function paste(page, text, view = 'editor') {
  await page.locator(`.${view}-view .cm-content`).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press('ControlOrMeta+v');
}

describe('the form', () => {
  visit('is quiet while a field is first typed, speaks when it is left, and is live afterwards', '', async (page) => {
    const bucket = page.getByLabel('OBS bucket', { exact: true });
    await bucket.pressSequentially('Acme_');
    assert.equal(await complaint(page, '/obs_info/bucket_name').count(), 0);
    assert.equal(await bucket.getAttribute('aria-invalid'), null);

    await bucket.blur();
    assert.match(await complaint(page, '/obs_info/bucket_name').first().innerText(), /is not allowed in/);
    assert.equal(await bucket.getAttribute('aria-invalid'), 'true');
    const described = (await bucket.getAttribute('aria-describedby')).split(' ');
    assert.equal(described.length, 2);
    assert.equal(await page.locator(`#${described[0]}`).innerText(), 'The OBS bucket to which traces are transferred.');
    assert.match(await page.locator(`#${described[1]}`).innerText(), /is not allowed in/);

    await bucket.fill('acme-audit');
    assert.equal(await complaint(page, '/obs_info/bucket_name').count(), 0);
    assert.equal(await bucket.getAttribute('aria-invalid'), null);
    await bucket.fill('acme-');
    assert.match(await complaint(page, '/obs_info/bucket_name').innerText(), /must end with/);
    await page.waitForFunction(() => document.querySelector('[role=status]').textContent.includes('must end with'));
  });

  visit('keeps the body in step', '', async (page) => {
    assert.deepEqual(await json(page), { tracker_type: 'system', tracker_name: 'system' });
    await page.getByLabel('OBS bucket', { exact: true }).fill('acme-audit');
    await page.getByRole('radio', { name: 'New bucket' }).check();
    await page.getByRole('radio', { name: /^json/ }).check();
    await page.getByRole('checkbox', { name: 'Sort by service' }).uncheck();
    await page.getByRole('checkbox', { name: 'Send traces to LTS' }).check();
    assert.deepEqual(await json(page), {
      tracker_type: 'system',
      tracker_name: 'system',
      is_lts_enabled: true,
      obs_info: { bucket_name: 'acme-audit', is_obs_created: true, compress_type: 'json', is_sort_by_service: false },
    });
    await page.getByRole('switch', { name: 'Include Transfer to OBS' }).uncheck();
    assert.deepEqual(await json(page), { tracker_type: 'system', tracker_name: 'system', is_lts_enabled: true });
  });

  visit('gives the body away as a copy, a file and a command', '', async (page) => {
    await page.getByLabel('OBS bucket', { exact: true }).fill('acme-audit');
    const body = await json(page);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy body' }).first().click();
    assert.deepEqual(JSON.parse(await clipboard()), body);

    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download' }).click()]);
    assert.equal(file.suggestedFilename(), 'tracker.json');
    assert.deepEqual(JSON.parse(await readFile(await file.path(), 'utf8')), body);

    await page.locator('summary', { hasText: 'curl' }).click();
    await page.getByRole('button', { name: 'Copy curl command' }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('curl'));
    const command = await clipboard();
    assert.match(command, /\/v3\/\$PROJECT_ID\/tracker/);
    // The command is run with a `curl` that tells what it was given.
    const told = execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$*"; cat; }\n${command}`], {
      env: { PATH: process.env.PATH, CTS_ENDPOINT: 'https://cts', PROJECT_ID: 'p', TOKEN: 't' },
      encoding: 'utf8',
    });
    assert.match(told, /https:\/\/cts\/v3\/p\/tracker -H X-Auth-Token: t/);
    assert.deepEqual(JSON.parse(told.slice(told.indexOf('{'))), body);
  });

  visit('offers the remedy that the checker knows', '', async (page) => {
    const bucket = page.getByLabel('OBS bucket', { exact: true });
    await bucket.fill('Acme_Audit');
    await bucket.blur();
    await page.getByRole('button', { name: 'Use acme-audit' }).click();
    assert.equal(await bucket.inputValue(), 'acme-audit');
    assert.equal(await complaint(page, '/obs_info/bucket_name').count(), 0);
  });

  visit('counts characters near a limit', '', async (page) => {
    const prefix = page.getByLabel('File prefix', { exact: true });
    await prefix.fill('x'.repeat(20));
    assert.equal(await field(page, '/obs_info/file_prefix_name').locator('.counter').innerText(), '');
    await prefix.fill('x'.repeat(60));
    assert.equal(await field(page, '/obs_info/file_prefix_name').locator('.counter').innerText(), '60 of 64 characters');
  });

  visit('asks for the key when trace files are encrypted', '', async (page) => {
    await v1(page);
    assert.equal(await field(page, '/kms_id').isVisible(), false);
    await page.getByLabel('OBS bucket', { exact: true }).fill('acme-audit');
    await page.getByRole('checkbox', { name: 'Encrypt trace files' }).check();
    const key = page.getByLabel('KMS key ID', { exact: true });
    assert.equal(await key.isVisible(), true);
    assert.equal(await key.getAttribute('aria-required'), 'true');
    assert.equal(await complaint(page, '/kms_id').count(), 0);
    await key.focus();
    await key.blur();
    assert.match(await complaint(page, '/kms_id').innerText(), /`?kms_id`? is required while encryption is on/i);
    await key.fill('13a4207c-7abe-4b68-8510-16b84c3b5504');
    assert.equal(await complaint(page, '/kms_id').count(), 0);
    await page.getByRole('checkbox', { name: 'Encrypt trace files' }).uncheck();
    assert.equal(await field(page, '/kms_id').isVisible(), false);
    assert.equal('kms_id' in (await json(page)), false);
  });

  visit('asks for the names of LTS when trace analysis is included', '', async (page) => {
    await v1(page);
    await page.getByRole('switch', { name: /Include Trace analysis/ }).check();
    assert.deepEqual(await json(page), { lts: { is_lts_enabled: true } });
    await page.getByRole('button', { name: 'Check everything' }).click();
    // The bucket, and both names as one.
    assert.equal(await page.locator('.outcome li').count(), 2);
  });

  visit('sums up everything when it is submitted', '', async (page) => {
    await v1(page);
    await page.getByRole('button', { name: 'Check everything' }).click();
    const outcome = page.locator('.outcome');
    assert.equal(await outcome.evaluate((element) => element === document.activeElement), true);
    assert.match(await outcome.innerText(), /1 field needs attention/);
    await outcome.getByRole('button', { name: /^OBS bucket/ }).click();
    const bucket = page.getByLabel('OBS bucket', { exact: true });
    assert.equal(await bucket.evaluate((element) => element === document.activeElement), true);
    await bucket.fill('acme-audit');
    assert.match(await outcome.innerText(), /No errors/);
  });

  visit('sums up also when the last field is left by pressing the button', '', async (page) => {
    const prefix = page.getByLabel('File prefix', { exact: true });
    await prefix.fill('a b '.repeat(20));
    await page.getByRole('button', { name: 'Check everything' }).click();
    assert.match(await page.locator('.outcome').innerText(), /1 field needs attention/);
  });

  for (const document of ['v3-create-request', 'v1-create-request']) {
    visit(`has one control for each field of ${document}`, '', async (page) => {
      if (document.startsWith('v1')) await v1(page);
      const paths = await page.locator('[data-path]').evaluateAll((elements) => elements.map((element) => element.dataset.path));
      const expected = fieldsOf(document).filter(({ type }) => type !== 'object');
      assert.deepEqual(paths.toSorted(), expected.map(({ path }) => path).toSorted());
      for (const { path, label, hint } of expected) {
        const text = await field(page, path).evaluate((element) => element.textContent);
        assert.ok(text.includes(label) && text.includes(hint.replaceAll('`', '')), path);
      }
    });
  }

  visit('can be filled in with the keyboard alone', '', async (page) => {
    const focused = () => page.evaluate(() => document.activeElement.closest('[data-path]')?.dataset.path ?? document.activeElement.textContent.trim());
    const seen = [];
    for (let step = 0; step < 40 && seen.at(-1) !== 'Check everything'; step += 1) {
      await page.keyboard.press('Tab');
      const where = await focused();
      seen.push(where);
      const outline = await page.evaluate(() => {
        const { activeElement } = document;
        const shown = activeElement.closest('.segments, .choices') ? activeElement.closest('label') : activeElement;
        return [shown, ...shown.children].some((element) => getComputedStyle(element).outlineStyle !== 'none');
      });
      assert.equal(outline, true, `${where} shows that it has the focus`);
      if (where === '/obs_info/bucket_name') await page.keyboard.type('acme-audit');
      if (where === '/obs_info/compress_type') await page.keyboard.press('ArrowRight');
      if (where === '/is_lts_enabled') await page.keyboard.press('Space');
    }
    const paths = [...new Set(seen.filter((name) => name.startsWith('/')))];
    assert.deepEqual(paths.toSorted(), fieldsOf('v3-create-request').filter(({ type }) => type !== 'object').map(({ path }) => path).toSorted());
    await page.keyboard.press('Enter');
    assert.match(await page.locator('.outcome').innerText(), /No errors/);
    assert.deepEqual(await json(page), {
      tracker_type: 'system',
      tracker_name: 'system',
      is_lts_enabled: true,
      obs_info: { bucket_name: 'acme-audit', compress_type: 'json' },
    });
    await page.keyboard.press('Shift+Tab');
    await page.getByLabel('OBS bucket', { exact: true }).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('No');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await focused(), '/obs_info/bucket_name');
  });
});

describe('the editor', () => {
  visit('opens on the published example, which is checked already', '#editor', async (page) => {
    await editorReady(page);
    assert.match(await page.locator('.editor-view .reason').innerText(), /v1-create-request because it has bucket_name/);
    assert.equal(await page.locator('.finding').count(), 3);
    assert.equal(await page.locator('.editor-view .cm-lintRange-error').count(), 2);
    assert.equal(await page.locator('.editor-view .cm-lintRange-error').first().innerText(), `'CTS"`);
  });

  visit('goes from a finding to its place, and says where the cursor is', '#editor', async (page) => {
    await editorReady(page);
    await page.locator('.finding .go', { hasText: 'single quotes' }).click();
    await page.keyboard.insertText('x');
    assert.match(await editorText(page), /"log_topic_name": x\n/);
    await page.keyboard.press('ControlOrMeta+z');
    assert.deepEqual(await page.locator('.crumb').allInnerTexts(), ['body', '/lts', '/log_topic_name']);
    await page.locator('.crumb', { hasText: '/lts' }).click();
    await page.keyboard.insertText('x');
    assert.match(await editorText(page), /\n {2}x: \{/);
  });

  visit('says on hovering what is wrong and what a field is', '#editor', async (page) => {
    await editorReady(page);
    await page.locator('.editor-view .cm-lintRange-error').first().hover();
    const tooltip = page.locator('.editor-view .cm-tooltip-hover');
    await tooltip.waitFor();
    assert.match(await tooltip.innerText(), /this string opens with ' and closes with "/);
    assert.match(await tooltip.innerText(), /Write "CTS"/);
    await page.mouse.move(0, 0);
    await tooltip.waitFor({ state: 'detached' });
    await page.locator('.editor-view .cm-line', { hasText: 'kms_id' }).locator('span').first().hover();
    await tooltip.waitFor();
    assert.match(await tooltip.innerText(), /KMS key ID/);
    assert.match(await tooltip.innerText(), /Creating a Tracker v1, Table 2/);
  });

  visit('mends one thing at a time, or everything that is safe', '#editor', async (page) => {
    await editorReady(page);
    await page.locator('.finding', { hasText: 'closes with' }).getByRole('button', { name: 'Fix' }).click();
    assert.match(await editorText(page), /"log_group_name": "CTS",/);
    assert.equal(await page.locator('.finding.error').count(), 1);
    await page.keyboard.press('ControlOrMeta+z');
    assert.equal(await page.locator('.finding.error').count(), 2);
    await page.getByRole('button', { name: 'Apply all 2 safe fixes' }).click();
    assert.equal(JSON.parse(await editorText(page)).lts.log_topic_name, 'system-trace');
    assert.equal(await page.locator('.finding.error').count(), 0);
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('.finding.error').length === 2);
  });

  visit('mends from the text itself', '#editor', async (page) => {
    await editorReady(page);
    await page.locator('.editor-view .cm-lintRange-error').first().hover();
    await page.locator('.editor-view .cm-diagnosticAction').click();
    assert.match(await editorText(page), /"log_group_name": "CTS",/);
  });

  visit('points at the right characters behind letters of several bytes', '#editor', async (page) => {
    await editorReady(page);
    await paste(page, '{"tracker_type": "system", "tracker_name": "系统😀", "obs_info": {"bucket_name": "ä_b", "compress_type": "GZIP"}}');
    const marked = await page.locator('.editor-view .cm-lintRange-error').allInnerTexts();
    assert.deepEqual(marked, ['"系统😀"', 'ä', '"GZIP"']);
    await page.locator('.finding', { hasText: 'GZIP' }).getByRole('button').filter({ hasText: 'Fix' }).click();
    assert.match(await editorText(page), /"系统😀", "obs_info": \{"bucket_name": "ä_b", "compress_type": "gzip"\}/);
  });

  visit('tells the document, and takes another when told so', '#editor', async (page) => {
    await editorReady(page);
    await paste(page, '{"tracker_type": "system", "tracker_name": "system"}');
    assert.match(await page.locator('.editor-view .reason').innerText(), /v3-create-request because it has tracker_type/);
    await page.getByLabel('Checked as').selectOption('v1-create-request');
    assert.match(await page.locator('.findings').innerText(), /bucket_name/);
    await page.getByLabel('Checked as').selectOption('');
    await paste(page, '{}');
    assert.match(await page.locator('.editor-view .reason').innerText(), /no known document/);
  });

  visit('completes fields and values', '#editor', async (page) => {
    await editorReady(page);
    await paste(page, '{"tracker_type": "system", "obs_info": {}}');
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('"comp');
    const list = page.locator('.editor-view .cm-tooltip-autocomplete');
    await list.waitFor();
    assert.match(await list.innerText(), /compress_type/);
    assert.match(await page.locator('.editor-view .cm-completionInfo').innerText(), /How the trace files are stored/);
    await page.waitForTimeout(100);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Space');
    await page.locator('.editor-view .cm-tooltip-autocomplete li', { hasText: 'json' }).click();
    assert.deepEqual(JSON.parse(await editorText(page)), { tracker_type: 'system', obs_info: { compress_type: 'json' } });
  });

  visit('takes texts before it is loaded', '', async (page) => {
    await page.route(/editor-/, () => {});
    await page.getByRole('link', { name: 'Editor' }).click();
    await page.locator('.editor-view textarea').fill('{"tracker_type": "system", "tracker_nmae": "system"}');
    assert.match(await page.locator('.findings').innerText(), /tracker_nmae/);
  });
});

describe('the translation', () => {
  visit('lists the moves, and loses nothing without being told to', '#translate', async (page) => {
    await editorReady(page, 'translate');
    const output = page.locator('.translate-view .code');
    assert.equal(await output.isVisible(), false);
    assert.match(await page.locator('.refusal').innerText(), /something would be lost/);
    assert.ok((await page.locator('.change.moved').count()) >= 3);
    assert.match(await page.locator('.change.lost.error').first().innerText(), /documents no encryption of trace files/);
    await page.getByRole('checkbox', { name: 'Accept the loss of kms_id' }).check();
    const body = JSON.parse(await output.innerText());
    assert.equal(body.obs_info.bucket_name, 'obs-f1da');
    assert.equal('kms_id' in body, false);
    await page.getByRole('checkbox', { name: 'Accept the loss of kms_id' }).uncheck();
    assert.equal(await output.isVisible(), false);
    await page.getByRole('checkbox', { name: 'Accept the loss of kms_id' }).check();
    await page.getByRole('button', { name: 'Use as the text of the editor' }).click();
    await editorReady(page);
    assert.match(await page.locator('.editor-view .reason').innerText(), /v3-create-request/);
    assert.equal(await page.locator('.finding.error').count(), 0);
  });

  visit('starts from the editor, and wants a valid body', '#editor', async (page) => {
    await editorReady(page);
    await page.getByRole('button', { name: 'Translate to v3' }).click();
    await editorReady(page, 'translate');
    assert.match(await page.locator('.refusal').innerText(), /mend the v1 body first/);
    assert.equal(await page.locator('.refusal .finding').count(), 2);
  });
});

describe('the address', () => {
  visit('holds everything: a link opens the same page elsewhere', '', async (page) => {
    await page.getByLabel('OBS bucket', { exact: true }).fill('acme-äudit');
    await page.getByRole('link', { name: 'Editor' }).click();
    await editorReady(page);
    await paste(page, '{"error_code": "CTS.0003 – 空"}');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('#editor.'));
    const link = await page.evaluate(() => navigator.clipboard.readText());

    const other = await open(browser, server.origin, { serviceWorkers: 'block' });
    await other.page.goto(link);
    await editorReady(other.page);
    assert.equal(await editorText(other.page), '{"error_code": "CTS.0003 – 空"}');
    await other.page.getByRole('link', { name: 'Form' }).click();
    assert.equal(await other.page.getByLabel('OBS bucket', { exact: true }).inputValue(), 'acme-äudit');
    await other.page.reload();
    assert.equal(await other.page.getByLabel('OBS bucket', { exact: true }).inputValue(), 'acme-äudit');
    assert.deepEqual(other.wrong, []);
    await other.context.close();
    assert.equal(server.requests.some((path) => path.includes('acme')), false);
  });

  visit('goes back and forward', '', async (page) => {
    const heading = (name) => page.getByRole('heading', { level: 1, name }).waitFor();
    await v1(page);
    await page.waitForURL(/#form\./);
    await page.getByRole('link', { name: 'Editor' }).click();
    await heading('Check a body');
    await page.waitForURL(/#editor/);
    await page.getByRole('link', { name: 'Translate' }).click();
    await heading('Translate v1 to v3');
    await page.waitForURL(/#translate/);
    await page.goBack();
    await heading('Check a body');
    await page.goBack();
    await heading('Configure tracker');
    assert.equal(await page.getByRole('radio', { name: /^v1/ }).isChecked(), true);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('.segments input').checked);
    await page.goForward();
    await page.goForward();
    await heading('Check a body');
  });

  visit('says so when it is damaged', '#editor.AAAA', async (page) => {
    await page.locator('.toast.shown', { hasText: 'This link is damaged' }).waitFor();
    assert.equal(await page.getByRole('heading', { level: 1, name: 'Configure tracker' }).isVisible(), true);
  });
});

/** Texts in two languages of which none is the same. */
function differ(texts, english, language) {
  assert.equal(texts.length, english.length);
  for (const [index, text] of texts.entries()) assert.notEqual(text, english[index], language);
}

describe('the languages', () => {
  for (const [locale, lang, title, submit, bucket, words] of [
    ['de-AT', 'de', 'Tracker einrichten', 'Alles prüfen', 'OBS-Bucket', 'ist in bucket_name nicht erlaubt'],
    ['zh-CN', 'zh-Hans', '配置追踪器', '全部检查', 'OBS 桶', '只能使用小写字母'],
    ['fr-FR', 'en', 'Configure tracker', 'Check everything', 'OBS bucket', 'use only lowercase letters'],
  ]) {
    visit(`follow the browser: ${locale}`, '', async (page) => {
      assert.equal(await page.locator('html').getAttribute('lang'), lang);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.getByRole('button', { name: submit }).waitFor();
      await page.getByLabel(bucket, { exact: true }).fill('Acme');
      await page.getByRole('button', { name: submit }).click();
      await page.locator('.complaint', { hasText: words }).waitFor();
    }, { locale });
  }

  test('know why a document was told, and what a translation does', () => {
    const v1 = JSON.stringify({
      bucket_name: 'acme-audit',
      lts: { is_lts_enabled: true, log_group_name: 'X', log_topic_name: 'Y' },
      log_file_validate: { is_support_validate: true },
      is_support_trace_files_encryption: true,
      kms_id: '13a4207c-7abe-4b68-8510-16b84c3b5504',
    });
    const said = (lang) => [...translate(v1, { lang }).changes.map(({ message }) => message), detect(v1, { lang }).reason, detect('{}', { lang }).reason];
    for (const lang of [german, chinese]) differ(said(lang), said(), lang.name);
    const answer = '{"id": "1", "create_time": 1, "tracker_type": "system"}';
    assert.equal(detect(answer, { lang: german }).reason, 'es hat `id` und `create_time`');
  });

  test('know everything that a form shows', () => {
    const texts = ({ label, hint, enum: values = [] }) => [label, hint, ...values.map(({ text }) => text)];
    for (const document of ['v1-create-request', 'v3-create-request']) {
      const said = (lang) => fieldsOf(document, { lang }).flatMap(texts);
      for (const lang of [german, chinese]) differ(said(lang), said(), lang.name);
    }
  });

  visit('can be switched, and the choice is kept', '', async (page) => {
    await page.getByLabel('OBS bucket', { exact: true }).fill('acme-audit');
    await page.getByLabel('Language').selectOption('de');
    await page.getByRole('heading', { level: 1, name: 'Tracker einrichten' }).waitFor();
    assert.equal((await json(page)).obs_info.bucket_name, 'acme-audit');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Tracker einrichten' }).waitFor();
  });
});

describe('for everyone', () => {
  for (const colorScheme of ['light', 'dark']) {
    visit(`nothing for axe to find: ${colorScheme}`, '', async (page) => {
      const judge = async (what) => {
        await page.evaluate(`${axe}; undefined`);
        const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
        const found = violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n')}`);
        assert.deepEqual(found, []);
      };
      await judge('form');
      await page.getByLabel('OBS bucket', { exact: true }).fill('Acme_Audit');
      await page.getByLabel('File prefix', { exact: true }).fill('x'.repeat(70));
      await page.getByRole('button', { name: 'Check everything' }).click();
      await page.locator('summary', { hasText: 'curl' }).click();
      await judge('form with errors');
      await v1(page);
      await page.getByRole('checkbox', { name: 'Encrypt trace files' }).check();
      await judge('form for v1');
      await page.getByRole('link', { name: 'Editor' }).click();
      await editorReady(page);
      for (const summary of await page.locator('.finding summary').all()) await summary.click();
      await judge('editor');
      await page.getByRole('link', { name: 'Translate' }).click();
      await editorReady(page, 'translate');
      await judge('translation');
      await page.getByRole('checkbox', { name: 'Accept the loss of kms_id' }).check();
      await judge('translation with a loss');
    }, { colorScheme });
  }

  visit('a chosen theme beats that of the system, and is kept', '', async (page) => {
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.getByRole('button', { name: /^Theme/ }).click();
    await page.getByRole('button', { name: 'Theme: light' }).click();
    await page.getByRole('button', { name: 'Theme: dark' }).waitFor();
    const dark = await paper();
    assert.notEqual(dark, light);
    await page.reload();
    await page.locator('h1:visible').waitFor();
    assert.equal(await paper(), dark);
  });

  visit('320 pixels are enough, in the longest language', '', async (page) => {
    for (const view of ['form', 'editor', 'translate']) {
      await page.goto(`${server.url}#${view}`);
      await page.locator(`.${view}-view h1`).waitFor();
      if (view !== 'form') await editorReady(page, view);
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden, .code, .toast, .skip, .copy-link'))
          .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
          .map((element) => element.outerHTML.slice(0, 80)),
      );
      assert.deepEqual(wide, [], view);
    }
  }, { viewport: { width: 320, height: 640 }, locale: 'de', hasTouch: true });

  visit('nothing moves for those who do not want it', '', async (page) => {
    const duration = await page.locator('.switch').first().evaluate((element) => getComputedStyle(element).transitionDuration);
    assert.ok(parseFloat(duration) < 0.001, duration);
  }, { reducedMotion: 'reduce' });
});

describe('the page as a whole', () => {
  test('is small, and the form works before the editor is asked for', async () => {
    const own = await serve(dist, { base: '/' });
    const { context, page, wrong } = await open(browser, own.origin, { serviceWorkers: 'block' });
    await page.goto(own.url);
    await page.getByLabel('OBS bucket', { exact: true }).fill('acme-audit');
    assert.equal((await json(page)).obs_info.bucket_name, 'acme-audit');
    const size = (paths) =>
      paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(dist, path === '/' ? 'index.html' : path)), { level: 9 }).length, 0);
    const first = [...new Set(own.requests)];
    const firstSize = size(first);
    assert.equal(first.some((path) => /editor-/.test(path)), false);
    assert.ok(firstSize <= 250_000, `${firstSize} bytes in ${first}`);
    await page.getByRole('link', { name: 'Editor' }).click();
    await editorReady(page);
    const later = [...new Set(own.requests)].filter((path) => !first.includes(path));
    console.log(`first load: ${(firstSize / 1000).toFixed(1)} kB gzip; with the editor ${((firstSize + size(later)) / 1000).toFixed(1)} kB`);
    assert.deepEqual(wrong, []);
    await context.close();
    await own.close();
  });

  test('is ready without a network once it was loaded', { timeout: 60_000 }, async () => {
    const own = await serve(dist, { base: '/deep/down/' });
    const { context, page, wrong } = await open(browser, own.origin);
    await page.goto(own.url);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await own.close();
    await context.setOffline(true);
    await page.reload();
    await page.getByLabel('OBS bucket', { exact: true }).fill('acme-audit');
    await page.getByRole('link', { name: 'Editor' }).click();
    await editorReady(page);
    assert.equal(await page.locator('.finding').count(), 3);
    await page.reload();
    await editorReady(page);
    await page.getByLabel('Language').selectOption('zh');
    await page.getByRole('heading', { level: 1, name: '检查请求体' }).waitFor();
    assert.deepEqual(wrong, []);
    await context.close();
  });

  test('has a strict policy', () => {
    assert.ok(policy?.startsWith("default-src 'none'"));
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/);
  });

  visit('says what the command line says, on all examples', '#editor', async (page) => {
    const output = execFileSync('cargo', ['run', '--quiet', '--', 'check', '--format', 'json', '--fail-on', 'never', 'examples'], {
      cwd: repository,
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    });
    const { files } = JSON.parse(output);
    assert.ok(files.length >= 10);
    await editorReady(page);
    for (const { path, ...expected } of files) {
      const text = await readFile(join(repository, path), 'utf8');
      // The command line names the command that translates this very file, and the option that chooses the provider.
      const help = {
        'deprecated-api': 'translate it to v3',
        'other-provider-field': 'if the body is sent to Huawei Cloud, choose that provider; otherwise remove it',
      };
      for (const finding of expected.findings) finding.help = help[finding.rule] ?? finding.help;
      for (const finding of expected.findings) if (finding.help === undefined) delete finding.help;
      const comments = path.endsWith('.jsonc');
      // The settings of the examples say so, which the page does not read.
      const provider = expected.document.startsWith('huawei-') ? 'huawei' : 'otc';
      const report = await page.evaluate(([value, options]) => globalThis.ctslint.check(value, options), [text, { comments, provider }]);
      assert.deepEqual(report, expected, path);
      if (comments || provider === 'huawei') continue;
      await paste(page, text);
      const shown = await page.locator('.findings .finding').evaluateAll((items) =>
        items.map((item) => `${item.querySelector('.go').textContent} ${item.querySelector('.where').textContent}`),
      );
      assert.equal(shown.length, expected.findings.length, path);
      for (const [index, { rule, message, span }] of expected.findings.entries()) {
        assert.ok(shown[index].toLowerCase().includes(message.replaceAll('`', '').toLowerCase()), `${path}: ${shown[index]}`);
        assert.ok(shown[index].endsWith(`${rule} · line ${span.start.line}, column ${span.start.utf16}`), shown[index]);
      }
    }
  });

  test('asks only for files that exist', () => {
    const source = readFileSync(join(dist, 'service-worker.js'), 'utf8');
    const files = JSON.parse(source.match(/const files = (\[.*?\]);/)[1]);
    for (const name of files) assert.ok(statSync(join(dist, name)));
    assert.ok(files.some((name) => name.endsWith('.wasm')));
    assert.deepEqual(server.requests.filter((path) => !path.startsWith('/some/where/')), []);
  });
});
