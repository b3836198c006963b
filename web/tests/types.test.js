// The declarations, under the oldest and the newest compiler that are held.
import { join } from 'node:path';
import { test } from 'node:test';
import { here, run } from './support.js';

const sources = join(here, '../package');

for (const compiler of ['typescript-oldest', 'typescript', 'typescript-newest']) {
  test(compiler, async () => {
    await run(process.execPath, [join(here, 'node_modules', compiler, 'bin/tsc'), '--project', join(here, 'fixtures/types')]);
  });
}

for (const [name, compiler] of [['old', 'typescript-oldest'], ['old', 'typescript'], ['bare', 'typescript-oldest'], ['bare', 'typescript-newest']]) {
  test(`${compiler}: ${name === 'old' ? 'where exports is not read' : 'without the DOM'}`, async () => {
    const project = join(here, 'fixtures/types', `tsconfig.${name}.json`);
    await run(process.execPath, [join(here, 'node_modules', compiler, 'bin/tsc'), '--project', project]);
  });
}

test('the sources of the package', async () => {
  await run(process.execPath, [join(sources, 'node_modules/typescript/bin/tsc'), '--project', sources]);
});
