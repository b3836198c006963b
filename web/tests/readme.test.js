// Every snippet of the README runs, and gives what the comments behind the arrows say.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import { folder, here, installed, run } from './support.js';

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
