// The package in bundlers with their default configuration, run in Chromium.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild';
import { rollup } from 'rollup';
import * as vite from 'vite';
import webpack from 'webpack';
import { EXPECTED, SAMPLE, bin, browser, folder, here, result, run, serve } from './support.js';

let chromium;
before(async () => (chromium = await browser()));
after(() => chromium.close());

const page = '<!doctype html><link rel="icon" href="data:,"><script type="module" src="./bundle.js"></script>';

/** A project with the application in it; `node_modules` is found further up. */
function project(name, html = page) {
  const root = folder(name);
  cpSync(join(here, 'fixtures/app.js'), join(root, 'app.js'));
  writeFileSync(join(root, 'sample.js'), `export default ${JSON.stringify(SAMPLE)};\n`);
  writeFileSync(join(root, 'package.json'), '{"type":"module","private":true}');
  writeFileSync(join(root, 'index.html'), html);
  return root;
}

async function holds(root) {
  const server = await serve([root]);
  assert.equal(await result(chromium, `${server.url}/index.html`), EXPECTED.sample);
  server.close();
}

test('esbuild', async () => {
  const root = project('esbuild');
  await esbuild.build({
    entryPoints: [join(root, 'app.js')],
    bundle: true,
    format: 'esm',
    outfile: join(root, 'bundle.js'),
    logLevel: 'silent',
  });
  await holds(root);
});

test('Rollup', async () => {
  const root = project('rollup');
  const bundle = await rollup({ input: join(root, 'app.js'), plugins: [nodeResolve()] });
  await bundle.write({ file: join(root, 'bundle.js'), format: 'es' });
  await holds(root);
});

test('webpack 5', async () => {
  const root = project('webpack');
  const compiler = webpack({
    mode: 'production',
    context: root,
    entry: './app.js',
    output: { path: root, filename: 'bundle.js' },
  });
  const stats = await new Promise((resolve, reject) =>
    compiler.run((error, stats) => (error ? reject(error) : resolve(stats))),
  );
  assert.equal(stats.hasErrors(), false, stats.toString());
  await holds(root);
});

const source = page.replace('bundle.js', 'app.js');

test('Vite build', async () => {
  const root = project('vite-build', source);
  await vite.build({ root, logLevel: 'error', configFile: false, base: './' });
  await holds(join(root, 'dist'));
});

test('Vite dev', async () => {
  const root = project('vite-dev', source);
  const server = await vite.createServer({ root, logLevel: 'error', configFile: false, server: { port: 0, host: '127.0.0.1' } });
  await server.listen();
  const { port } = server.httpServer.address();
  assert.equal(await result(chromium, `http://127.0.0.1:${port}/`), EXPECTED.sample);
  await server.close();
});

test('an application that imports nothing of it carries nothing of it', async () => {
  const root = project('shaken');
  writeFileSync(join(root, 'app.js'), "import 'ctslint';\nglobalThis.result = '';\n");
  await esbuild.build({ entryPoints: [join(root, 'app.js')], bundle: true, outfile: join(root, 'bundle.js'), logLevel: 'silent' });
  assert.ok(readFileSync(join(root, 'bundle.js')).length < 200);
});

test('what needs nothing of the module does not carry it', async () => {
  const root = project('small');
  for (const entry of ['ctslint', 'ctslint/js', 'ctslint/slim']) {
    const code = `import { applyFix, pathToPointer } from '${entry}';\nglobalThis.result = pathToPointer(['a']) + applyFix('', []);\n`;
    writeFileSync(join(root, 'app.js'), code);
    await esbuild.build({ entryPoints: [join(root, 'app.js')], bundle: true, format: 'esm', outfile: join(root, 'bundle.js'), logLevel: 'silent' });
    const bundle = await rollup({ input: join(root, 'app.js'), plugins: [nodeResolve()] });
    const { output } = await bundle.generate({ format: 'es' });
    for (const text of [readFileSync(join(root, 'bundle.js'), 'utf8'), output[0].code]) assert.ok(text.length < 2000, `${entry}: ${text.length}`);
  }
});

async function parcel(root) {
  const args = ['build', 'index.html', '--no-cache', '--cache-dir', '.cache', '--no-source-maps', '--dist-dir', 'dist', '--public-url', './'];
  await run(bin('parcel'), [...args, '--no-autoinstall'], { cwd: root, env: { ...process.env, PARCEL_WORKERS: '0' } });
}

test('Parcel 2, which reads no exports', async () => {
  const root = project('parcel', source);
  const more = ['js', 'slim', 'eslint', 'explain', 'explain/de', 'schema', 'schema/zh', 'locale/de', 'locale/en', 'locale/zh'].map((entry, at) => `import * as more${at} from 'ctslint/${entry}';\nif (Object.keys(more${at}).length === 0) throw new Error('${entry}');\n`);
  writeFileSync(join(root, 'app.js'), `${more.join('')}${readFileSync(join(root, 'app.js'), 'utf8')}`);
  await parcel(root);
  await holds(join(root, 'dist'));
});

/** The slim entry, with the module where the bundler puts it. */
function slim(name, url, html) {
  const root = project(name, html);
  const code = `import { check, init } from 'ctslint/slim';\nimport sample from './sample.js';\n${url}\ninit(url).then(() => (globalThis.result = JSON.stringify(check(sample))));\n`;
  writeFileSync(join(root, 'app.js'), code);
  return root;
}

test('the URL of the module in Vite', async () => {
  const root = slim('url-vite', "import url from 'ctslint/core.wasm?url';", source);
  await vite.build({ root, logLevel: 'error', configFile: false, base: './' });
  await holds(join(root, 'dist'));
});

test('the URL of the module in webpack 5', async () => {
  const root = slim('url-webpack', "const url = new URL('ctslint/core.wasm', import.meta.url);");
  const compiler = webpack({ mode: 'production', context: root, entry: './app.js', output: { path: root, filename: 'bundle.js' } });
  const stats = await new Promise((resolve, reject) => compiler.run((error, stats) => (error ? reject(error) : resolve(stats))));
  assert.equal(stats.hasErrors(), false, stats.toString());
  await holds(root);
});

test('the URL of the module in esbuild', async () => {
  const root = slim('url-esbuild', "import url from 'ctslint/core.wasm';");
  const options = { bundle: true, format: 'esm', loader: { '.wasm': 'file' }, outfile: join(root, 'bundle.js'), logLevel: 'silent' };
  await esbuild.build({ entryPoints: [join(root, 'app.js')], ...options });
  await holds(root);
});

test('the URL of the module in Parcel 2', async () => {
  const root = slim('url-parcel', "import url from 'url:ctslint/dist/core.wasm';", source);
  await parcel(root);
  await holds(join(root, 'dist'));
});
