// Runs the corpus through the package: node conformance.js CORPUS FOLDER
//
// A line of the corpus is `{ "text": base64, "as": name or null, "comments": boolean }`. For each engine, FOLDER gets a file
// with a line of report for each line of the corpus.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { installed, browser, folder, result, serve } from './support.js';

const [corpus, output] = process.argv.slice(2);

/** In Node and in the page alike. */
const RUN = `(check, corpus) => corpus.trimEnd().split('\\n').map((line) => {
  const { text, as, comments } = JSON.parse(line);
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  let input = bytes;
  try { input = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes); } catch {}
  return JSON.stringify(check(input, as === null ? { comments } : { as, comments })) + '\\n';
}).join('')`;

for (const [engine, entry] of [
  ['node-wasm', 'ctslint'],
  ['node-js', 'ctslint/js'],
]) {
  const { check } = await import(entry);
  writeFileSync(join(output, engine), (0, eval)(RUN)(check, readFileSync(corpus, 'utf8')));
}

const page = folder('conformance');
writeFileSync(
  join(page, 'index.html'),
  `<!doctype html><link rel="icon" href="data:,"><script type="module">
    import { check } from '/index.js';
    globalThis.result = (${RUN})(check, await (await fetch('/${basename(corpus)}')).text());
  </script>`,
);
const chromium = await browser();
const server = await serve([page, join(installed, 'dist'), dirname(corpus)]);
try {
  writeFileSync(join(output, 'chromium'), await result(chromium, `${server.url}/index.html`));
} finally {
  server.close();
  await chromium.close();
}
