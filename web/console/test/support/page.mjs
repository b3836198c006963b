// What the tests of the page in Chromium share: the built page, served as a host serves it, and a person's ways on it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, open } from './browser.mjs';
import { serve } from './server.mjs';

export const dist = new URL('../../dist/', import.meta.url).pathname;
export const policy = readFileSync(join(dist, 'index.html'), 'utf8')
  .match(/Content-Security-Policy" content="([^"]+)"/)?.[1]
  .replaceAll('&#39;', "'");

export let browser;
export let server;
before(async () => {
  browser = await launch();
  server = await serve(dist, { base: '/some/where/', headers: { 'content-security-policy': `${policy}; frame-ancestors 'none'` } });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the page and afterwards sees that nothing forbidden has happened. */
export function visit(name, hash, body, { expected = [], block, timeout = 60_000, ...options } = {}) {
  test(name, { timeout }, async () => {
    const { context, page, wrong } = await open(browser, server.origin, { serviceWorkers: 'block', ...options });
    if (block !== undefined) await page.route(block, (route) => route.abort());
    try {
      await page.goto(server.url + hash);
      await page.locator('html[data-started]').waitFor();
      await body(page, context);
      assert.deepEqual(
        wrong.filter((message) => !expected.some((pattern) => pattern.test(message))),
        [],
      );
    } finally {
      await context.close();
    }
  });
}

export const V3 = '{"tracker_type": "system", "tracker_name": "system"}';
export const field = (page, path) => page.locator(`[data-path="${path}"]`);
export const complaint = (page, path) => field(page, path).locator('.complaint');
export const bucketOf = (page) => page.getByLabel('OBS bucket', { exact: true });
export const isFocused = (locator) => locator.evaluate((element) => element === element.getRootNode().activeElement);
export const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

export const textOf = (page) =>
  page.evaluate(() => {
    const content = document.querySelector('.editor-host')?.shadowRoot?.querySelector('.cm-content');
    if (content) return content.cmTile.view.state.doc.toString();
    return document.querySelector('textarea.plain-editor').value;
  });
export const bodyOf = async (page) => JSON.parse(await textOf(page));

export async function until(page, condition, what = '') {
  for (const start = Date.now(); ; await page.waitForTimeout(30)) {
    let error;
    try {
      if (await condition()) return;
    } catch (thrown) {
      error = thrown;
    }
    if (Date.now() - start > 15_000) throw new Error(`waited in vain ${what} ${error ?? ''}`);
  }
}

/** Waits until the text is that, or what it is does hold. */
export const textIs = (page, test) =>
  until(page, async () => (typeof test === 'function' ? test(await textOf(page)) : (await textOf(page)) === test), 'for a text');

export async function editorReady(page) {
  await page.locator('.slot.ready').waitFor();
}

/** Puts a text into the editor as a person pastes it. */
export async function paste(page, text) {
  await editorReady(page);
  await page.locator('.cm-content').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press('ControlOrMeta+v');
}

export const findings = (page) => page.locator('.findings .finding');
export const verdict = (page) => page.locator('.side-pane .verdict').first();
export const go = (page, view) => page.locator('.views a').nth(['check', 'form', 'translate', 'explain'].indexOf(view)).click();
export const sample = (page, name) => page.locator('.samples').selectOption(name);
export const notice = (page) => page.locator('.bar-note');
