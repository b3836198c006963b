// What is published: the manifest, the files, their sizes.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { documents, schema } from 'ctslint';
import { schema as anySchema } from 'ctslint/schema';
import { bin, folder, here, installed, made, run } from './support.js';

const tarball = join(made, 'ctslint.tgz');

test('publint', async () => {
  await run(bin('publint'), ['run', tarball, '--strict']);
});

test('are the types wrong', async () => {
  await run(bin('attw'), [tarball, '--profile', 'strict', '--exclude-entrypoints', 'core.wasm']);
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
  const read = (folder, name) => JSON.stringify(JSON.parse(readFileSync(join(here, '../../schemas', folder, `${name}.schema.json`), 'utf8')));
  const folders = { default: '.', editor: 'draft-07', forms: 'forms', codegen: 'codegen', llm: 'llm' };
  for (const { name } of documents()) {
    for (const [draft, folder] of Object.entries({ '2020-12': '.', 7: 'draft-07' })) {
      for (const give of [schema, anySchema]) assert.equal(JSON.stringify(give(name, draft)), read(folder, name));
    }
    for (const [profile, folder] of Object.entries(folders)) {
      assert.equal(JSON.stringify(anySchema(name, { profile })), read(folder, name));
    }
  }
  assert.deepEqual(schema('v1', { profile: 'editor' }), schema('v1', 7));
  assert.throws(() => schema('v1', { profile: 'forms' }), { name: 'RangeError', message: "ctslint: the schemas of the profile forms are in 'ctslint/schema'" });
  assert.throws(() => anySchema('v1', { profile: 'form' }), { name: 'RangeError', message: /there is no profile "form"; there are default, editor, forms/ });
});

test('schemas of every profile and edition are those of the command line', async () => {
  for (const profile of ['default', 'editor', 'forms', 'codegen', 'llm']) {
    for (const draft of ['2020-12', '7']) {
      const args = ['run', '--quiet', '--', 'schema', 'v3', '--profile', profile, '--draft', draft];
      const printed = await run('cargo', args, { cwd: join(here, '../..') });
      assert.equal(JSON.stringify(anySchema('v3', { profile, draft })), JSON.stringify(JSON.parse(printed)), `${profile}, ${draft}`);
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

test('an error that nobody catches shows a line of code, not the module', async () => {
  for (const code of ["import 'ctslint'; import { check } from 'ctslint'; check();", "import { check } from 'ctslint/js'; check();"]) {
    const { message } = await run(process.execPath, ['--input-type=module', '--eval', code]).catch((error) => error);
    assert.match(message, /TypeError: ctslint: a text is a string/);
    assert.ok(message.length < 5000, `${message.length} characters`);
  }
});

test('where there is no WebAssembly, the error names what needs none', async () => {
  const call = (entry) => `import { check, init } from '${entry}'; check('{}'); await init();`;
  const jitless = (code) => run(process.execPath, ['--jitless', '--no-warnings', '--input-type=module', '--eval', code]);
  await assert.rejects(jitless(call('ctslint')), { message: /Error: ctslint: there is no WebAssembly here; import from 'ctslint\/js'/ });
  await assert.rejects(jitless("import { init } from 'ctslint/slim'; await init(new Uint8Array());"), { message: /ctslint: there is no WebAssembly here/ });
  await jitless(call('ctslint/js'));
});

test('where the module is only compiled asynchronously, the error says so, and init makes it work', async () => {
  const code = `
    import assert from 'node:assert/strict';
    import { check, init } from 'ctslint';
    for (const name of ['Module', 'Instance']) {
      WebAssembly[name] = class extends WebAssembly[name] {
        constructor() { throw new RangeError('WebAssembly.' + name + ' is disallowed on the main thread'); }
      };
    }
    assert.throws(() => check('{}'), ({ message }) => message.includes('ctslint: this browser') && message.includes('call \`await init()\`'));
    await init();
    check('{}');
  `;
  await run(process.execPath, ['--input-type=module', '--eval', code]);
});

test('large texts leave no large memory behind', async () => {
  const code = `
    import assert from 'node:assert/strict';
    const { check } = await import(process.argv[1]);
    const held = () => (gc(), gc(), process.memoryUsage());
    check('{}');
    const before = held();
    check('{"colour": "' + 'x'.repeat(5e7) + '"}');
    await new Promise((done) => setTimeout(done, 50));
    const after = held();
    for (const kind of ['arrayBuffers', 'external']) {
      assert.ok(after[kind] - before[kind] < 2e7, kind + ': ' + (after[kind] - before[kind]));
    }
  `;
  for (const entry of ['ctslint', 'ctslint/js']) await run(process.execPath, ['--expose-gc', '--input-type=module', '--eval', code, entry]);
});

test('nothing is packed before it is built', async () => {
  const root = folder('unbuilt');
  for (const file of ['package.json', 'prepack.mjs']) cpSync(join(here, '../package', file), join(root, file));
  await assert.rejects(run('npm', ['pack', '--silent'], { cwd: root }), { message: /ctslint: \.\/dist\/index\.d\.ts is missing: run `cargo xtask wasm`/ });
  assert.equal(readdirSync(root).filter((file) => file.endsWith('.tgz')).length, 0);
});
