// The package in other runtimes and test runners with their default configuration.
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EXPECTED, SAMPLE, bin, folder, here, run } from './support.js';

const root = folder('runtimes');
writeFileSync(join(root, 'package.json'), '{"private":true}');
writeFileSync(join(root, 'sample.cjs'), `module.exports = ${JSON.stringify(SAMPLE)};\n`);
writeFileSync(
  join(root, 'print.mjs'),
  `import { check } from 'ctslint';\nimport sample from './sample.cjs';\nconsole.log(JSON.stringify(check(sample)));\n`,
);
writeFileSync(
  join(root, 'print.cjs'),
  `const { check } = require('ctslint');\nconsole.log(JSON.stringify(check(require('./sample.cjs'))));\n`,
);

test('Node ESM', async () => {
  assert.equal((await run(process.execPath, [join(root, 'print.mjs')])).trim(), EXPECTED.sample);
});

test('Node CJS', async () => {
  assert.equal((await run(process.execPath, [join(root, 'print.cjs')])).trim(), EXPECTED.sample);
});

const deno = join(here, 'node_modules/@deno/linux-x64-glibc/deno');
test('Deno', { skip: !existsSync(deno) && 'no Deno for this machine' }, async () => {
  const output = await run(deno, ['run', '--quiet', '--no-remote', '--node-modules-dir=manual', '--allow-read', join(root, 'print.mjs')], {
    env: { ...process.env, DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' },
  });
  assert.equal(output.trim(), EXPECTED.sample);
});

const bun = join(here, 'node_modules/@oven/bun-linux-x64/bin/bun');
test('Bun', { skip: !existsSync(bun) && 'no Bun for this machine' }, async () => {
  assert.equal((await run(bun, [join(root, 'print.mjs')])).trim(), EXPECTED.sample);
});

/** What a worker answers that is bundled under some conditions. */
async function inWorkerd(conditions) {
  const { build } = await import('esbuild');
  const { Miniflare } = await import('miniflare');
  const worker = `
    import { check } from 'ctslint';
    const answer = (text) => { try { return JSON.stringify(check(text)); } catch (error) { return String(error); } };
    export default { fetch: async (request) => new Response(answer(await request.text())) };`;
  const bundle = await build({
    stdin: { contents: worker, resolveDir: here },
    bundle: true,
    format: 'esm',
    conditions,
    write: false,
  });
  const miniflare = new Miniflare({ modules: true, script: bundle.outputFiles[0].text, cf: false });
  try {
    return await (await miniflare.dispatchFetch('http://localhost/', { method: 'POST', body: SAMPLE })).text();
  } finally {
    await miniflare.dispose();
  }
}

test('workerd, which forbids code generation', async () => {
  assert.equal(await inWorkerd(['workerd']), EXPECTED.sample);
});

test('workerd without its condition is told what to import', async () => {
  assert.match(await inWorkerd([]), /^Error: ctslint: WebAssembly is forbidden here; import from 'ctslint\/js'/);
});

const spec = (header) => `${header}
test('ctslint', () => {
  expect(JSON.stringify(check(${JSON.stringify(SAMPLE)}))).toBe(${JSON.stringify(EXPECTED.sample)});
});
`;

test('Vitest', async () => {
  writeFileSync(join(root, 'vitest.test.mjs'), spec("import { check } from 'ctslint';\nimport { expect, test } from 'vitest';"));
  await run(bin('vitest'), ['run', '--root', root, 'vitest.test.mjs']);
});

for (const environment of ['node', 'jsdom']) {
  test(`Jest, ${environment}`, async () => {
    writeFileSync(join(root, 'jest.test.js'), spec("const { check } = require('ctslint');"));
    await run(bin('jest'), ['--rootDir', root, '--env', environment, '--no-watchman', 'jest.test.js']);
  });
}
