// Every snippet of the README runs, and gives what the comments behind the arrows say.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, installed } from './support.js';

const root = folder('readme');
const readme = readFileSync(join(installed, 'README.md'), 'utf8');
const snippets = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, snippet]) => snippet);

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
