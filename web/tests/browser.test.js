// The package in Chromium without a bundler, and under content security policies.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { EXPECTED, SAMPLE, browser, folder, installed, result, serve } from './support.js';

let chromium;
before(async () => (chromium = await browser()));
after(() => chromium.close());

const root = folder('pages');
writeFileSync(join(root, 'sample.js'), `export default ${JSON.stringify(SAMPLE)};\n`);

async function open(name, script, headers) {
  writeFileSync(join(root, `page-${name}.js`), script);
  writeFileSync(
    join(root, `${name}.html`),
    `<!doctype html><link rel="icon" href="data:,"><script type="module" src="/page-${name}.js"></script>`,
  );
  const server = await serve([root, join(installed, 'dist')], headers);
  try {
    return await result(chromium, `${server.url}/${name}.html`);
  } finally {
    server.close();
  }
}

const script = (file) => `
  import { check } from '/${file}';
  import sample from '/sample.js';
  try { globalThis.result = JSON.stringify(check(sample)); } catch (error) { globalThis.result = String(error); }`;
const policy = (more) => ({ 'content-security-policy': `default-src 'self' data:; script-src 'self' ${more}` });

test('a plain page', async () => {
  assert.equal(await open('plain', script('index.js')), EXPECTED.sample);
});

test('a policy with wasm-unsafe-eval', async () => {
  assert.equal(await open('allowed', script('index.js'), policy("'wasm-unsafe-eval'")), EXPECTED.sample);
});

test('a policy without it: ctslint/js', async () => {
  const init = "import { init } from '/index.js'; init().catch((error) => (globalThis.result = String(error)));";
  for (const code of [script('index.js'), init]) {
    assert.match(await open('refused', code, policy('')), /^Error: ctslint: WebAssembly is forbidden here; import from 'ctslint\/js', or allow 'wasm-unsafe-eval'/);
  }
  assert.equal(await open('js', script('js.js'), policy('')), EXPECTED.sample);
});

test('the slim entry, with the module fetched', async () => {
  const slim = `
    import { check, init } from '/slim.js';
    import sample from '/sample.js';
    await init(fetch('/core.wasm'));
    globalThis.result = JSON.stringify(check(sample));`;
  assert.equal(await open('slim', slim), EXPECTED.sample);
});
