// Runs the corpus through the package: node conformance.js CORPUS FOLDER
//
// A line of the corpus is `{ "text": base64, "as": name or null, "provider": name, "comments": boolean }`. For each engine, FOLDER gets a file
// with a line for each line of the corpus: the report, and of what is UTF-8 all fixes and the translation.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { installed, browser, folder, result, serve } from './support.js';

const [corpus, output] = process.argv.slice(2);

/** In Node and in the page alike. */
const RUN = `({ check, fix, translate }, corpus) => corpus.trimEnd().split('\\n').map((line) => {
  const { text, as, provider, comments } = JSON.parse(line);
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const options = as === null ? { provider, comments } : { as, provider, comments };
  let input;
  try {
    input = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return JSON.stringify([check(bytes, options), null, null]) + '\\n';
  }
  const fixed = fix(input, { ...options, unsafe: true });
  return JSON.stringify([check(input, options), fixed, translate(input, { provider, comments, allowLoss: ['kms_id', 'smn'] })]) + '\\n';
}).join('')`;

for (const [engine, entry] of [
  ['node-wasm', 'ctslint'],
  ['node-js', 'ctslint/js'],
]) {
  writeFileSync(join(output, engine), (0, eval)(RUN)(await import(entry), readFileSync(corpus, 'utf8')));
}

const page = folder('conformance');
writeFileSync(
  join(page, 'index.html'),
  `<!doctype html><link rel="icon" href="data:,"><script type="module">
    import * as ctslint from '/index.js';
    globalThis.result = (${RUN})(ctslint, await (await fetch('/${basename(corpus)}')).text());
  </script>`,
);
const chromium = await browser();
const server = await serve([page, join(installed, 'dist'), dirname(corpus)]);
try {
  writeFileSync(join(output, 'chromium'), await result(chromium, `${server.url}/index.html`, 300_000));
} finally {
  server.close();
  await chromium.close();
}
