// Every snippet of the README runs, and gives what the comments behind the arrows say.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as esbuild from 'esbuild';
import { ESLint } from 'eslint';
import { browser, folder, here, installed, run, serve } from './support.js';

const root = folder('readme');
const readme = readFileSync(join(installed, 'README.md'), 'utf8');
const all = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, snippet]) => snippet);
const configurations = all.filter((snippet) => snippet.includes('export default ['));
const snippets = all.filter((snippet) => !configurations.includes(snippet));

for (const [index, snippet] of snippets.entries()) {
  test(`snippet ${index + 1}`, async () => {
    const claims = /^([^\n/].*;)(?:\s|\n)*\/\/ → (.*)$/gm;
    const count = [...snippet.matchAll(claims)].length;
    assert.ok(count > 0, 'a snippet claims something');
    const code = snippet.replace(claims, (_, statement, value) => `holds((${statement.replace(/;$/, '')}), (${value}));`);
    const file = join(root, `snippet${index}.mjs`);
    writeFileSync(
      file,
      `import assert from 'node:assert/strict';\nexport let held = 0;\nfunction holds(found, claimed) { assert.deepEqual(found, claimed); held++; }\n${code}`,
    );
    assert.equal((await import(file)).held, count);
  });
}

test('the configurations of ESLint find what is wrong', async () => {
  assert.equal(configurations.length, 2);
  for (const [index, configuration] of configurations.entries()) {
    const file = join(root, `eslint.config${index}.mjs`);
    writeFileSync(file, configuration);
    const engine = new ESLint({ cwd: root, overrideConfigFile: file });
    const [{ messages }] = await engine.lintText('{"tracker_type": "system", "tracker_name": "System"}', { filePath: join(root, 'trackers/a.json') });
    assert.deepEqual(messages.map(({ ruleId }) => ruleId), index === 0 ? ['ctslint/tracker-name-not-system'] : ['ctslint/short-retention', 'ctslint/tracker-name-not-system']);
  }
});

const first = (language) => new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(readme)[1];

test('the form of react-hook-form refuses in German, and sends what was chosen', async () => {
  writeFileSync(join(root, 'TrackerForm.jsx'), first('jsx'));
  writeFileSync(
    join(root, 'form.jsx'),
    `import { createRoot } from 'react-dom/client';
import { TrackerForm } from './TrackerForm.jsx';
createRoot(document.querySelector('main')).render(<TrackerForm onSend={(body) => { globalThis.result = body; }} />);\n`,
  );
  writeFileSync(join(root, 'form.html'), '<!doctype html><link rel="icon" href="data:,"><main></main><script type="module" src="./form.js"></script>');
  await esbuild.build({ entryPoints: [join(root, 'form.jsx')], bundle: true, format: 'esm', jsx: 'automatic', outfile: join(root, 'form.js'), logLevel: 'silent' });
  const [chromium, server] = await Promise.all([browser(), serve([root])]);
  try {
    const page = await chromium.newPage();
    await page.goto(`${server.url}/form.html`);
    await page.getByLabel('OBS-Bucket').fill('audit_prod');
    await page.getByRole('button').click();
    await page.getByText('„_“ ist in „OBS-Bucket“ nicht erlaubt').waitFor();
    assert.equal(await page.locator('[aria-invalid=true]').count(), 3);
    await page.getByLabel('OBS-Bucket').fill('audit-prod');
    await page.getByLabel('Tracker-Typ').selectOption('system');
    await page.getByLabel('Tracker-Name').fill('system');
    await page.getByLabel('Nach Dienst').uncheck();
    await page.getByRole('button').click();
    await page.waitForFunction(() => globalThis.result !== undefined);
    const sent = await page.evaluate(() => globalThis.result);
    assert.deepEqual(sent, { tracker_type: 'system', tracker_name: 'system', obs_info: { bucket_name: 'audit-prod', is_sort_by_service: false } });
  } finally {
    server.close();
    await chromium.close();
  }
});

test('the snippet in TypeScript compiles', async () => {
  writeFileSync(join(root, 'snippet.mts'), first('ts'));
  const compilerOptions = { noEmit: true, strict: true, module: 'nodenext', target: 'es2022', lib: ['es2022'], types: [] };
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['snippet.mts'] }));
  await run(process.execPath, [join(here, 'node_modules/typescript-oldest/bin/tsc'), '--project', root]);
});

test('the snippet in CommonJS runs', async () => {
  writeFileSync(join(root, 'snippet.cjs'), `${first('cjs')}\nif (!report.reason || report.reason === check('{}', 'v3').reason) throw new Error();\n`);
  await run(process.execPath, [join(root, 'snippet.cjs')]);
});

test('every function and option is in the tables', async () => {
  const api = await import('ctslint');
  for (const name of Object.keys(api)) {
    if (!/CreateRequest$|UpdateRequest$/.test(name)) assert.match(readme, new RegExp(`^\\| .*\`${name}[(\`]`, 'm'), name);
  }
  const declared = readFileSync(join(installed, 'dist/index.d.ts'), 'utf8').matchAll(/^  (\w+)\?: .* \| undefined;$/gm);
  for (const [, name] of declared) assert.ok(readme.includes(`| \`${name}\` |`), name);
});
