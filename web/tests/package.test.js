// What is published: the manifest, the files, their sizes.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { documents, schema } from 'ctslint';
import { bin, here, installed, made, run } from './support.js';

const tarball = join(made, 'ctslint.tgz');

test('publint', async () => {
  await run(bin('publint'), ['run', tarball, '--strict']);
});

test('are the types wrong', async () => {
  await run(bin('attw'), [tarball, '--profile', 'node16', '--exclude-entrypoints', 'core.wasm']);
});

test('the sizes are within the budgets', () => {
  const budgets = JSON.parse(readFileSync(join(here, 'budgets.json'), 'utf8'));
  for (const [file, most] of Object.entries(budgets)) {
    const size = gzipSync(readFileSync(join(installed, 'dist', file)), { level: 9 }).length;
    console.log(`${file}: ${size} bytes of ${most}, compressed`);
    assert.ok(size <= most, `${file} has ${size} bytes when compressed; the budget is ${most}`);
  }
});

test('no path of the machine is in it', () => {
  for (const file of readdirSync(join(installed, 'dist'), { recursive: true })) {
    if (!/\.(js|cjs|wasm)$/.test(file)) continue;
    const text = readFileSync(join(installed, 'dist', file), 'latin1');
    for (const path of [process.cwd(), process.env.HOME, '.cargo/registry', '/home/', '/root/']) {
      assert.ok(!path || !text.includes(path), `${file} holds ${path}`);
    }
  }
});

test('schemas are those of the repository, with the keys in their order', () => {
  const folders = { '2020-12': '.', 7: 'draft-07' };
  for (const { name } of documents()) {
    for (const [draft, folder] of Object.entries(folders)) {
      const file = join(here, '../../schemas', folder, `${name}.schema.json`);
      assert.equal(JSON.stringify(schema(name, draft)), JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
    }
  }
});

test('what is deflated is the same where there is neither zlib nor Buffer', async () => {
  const code = `
    import assert from 'node:assert/strict';
    process.getBuiltinModule = globalThis.Buffer = undefined;
    const [main, js] = await Promise.all([import('ctslint'), import('ctslint/js')]);
    assert.deepEqual(main.check('{"colour": 1}'), js.check('{"colour": 1}'));
    for (const name of ['documents', 'rules', 'apiErrors']) assert.deepEqual(main[name](), js[name]());
    for (const { name } of js.documents()) {
      assert.deepEqual(main.form(name), js.form(name));
      assert.deepEqual(main.schema(name), js.schema(name));
    }
  `;
  await run(process.execPath, ['--input-type=module', '--eval', code], { cwd: here });
});
