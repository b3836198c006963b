// The server in a web worker of a real browser, with CodeMirror as its client.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const here = import.meta.dirname;

/** Code blocks of docs/editors.md, by their names. */
const blocks = {
  name: 'blocks',
  setup(building) {
    const page = readFileSync(join(here, '../../../docs/editors.md'), 'utf8');
    building.onResolve({ filter: /^docs:/ }, ({ path }) => ({ path: path.slice('docs:'.length), namespace: 'docs' }));
    building.onLoad({ filter: /./, namespace: 'docs' }, ({ path }) => ({
      contents: page.split('\n```').find((part) => part.startsWith(`js ${path}\n`))?.replace(/^.*\n/, ''),
      resolveDir: here,
    }));
  },
};

test('CodeMirror shows, mends, completes and explains', async () => {
  const { outputFiles } = await build({ entryPoints: [join(here, 'page.js')], bundle: true, write: false, format: 'esm', plugins: [blocks] });
  const files = {
    '/': ['text/html', '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>'],
    '/page.js': ['text/javascript', outputFiles[0].text],
    '/worker.js': ['text/javascript', readFileSync(join(here, '../dist/worker.js'))],
  };
  const server = createServer(({ url }, response) => {
    const [type, text] = files[url] ?? ['text/plain', ''];
    response.writeHead(files[url] ? 200 : 404, { 'content-type': `${type}; charset=utf-8` }).end(text);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForFunction(() => globalThis.result !== undefined, undefined, { timeout: 30_000 });
    const { typo, mended, hover, completed, error } = await page.evaluate(() => globalThis.result);
    assert.deepEqual([error, errors], [undefined, []]);
    assert.deepEqual(typo, [['"tracker_nmae"', 'unknown field `tracker_nmae`']]);
    assert.match(mended, /\/\* 😀 \*\/ "tracker_name": "system"/);
    assert.match(hover, /v3:\/tracker_name/);
    assert.match(completed, /\/\* 😀 \*\/ "is_lts_enabled": "system"/);
  } finally {
    await browser.close();
    server.close();
  }
});
