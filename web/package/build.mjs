// Makes dist/ from dist/core.wasm and what `cargo xtask wasm` has made in a folder: node build.mjs FOLDER
import { cpSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const dist = join(here, 'dist');
const made = join(here, 'made');
const [folder] = process.argv.slice(2);
const text = (name) => readFileSync(join(folder, name), 'utf8');

const licence = '/*! ctslint, MIT OR Apache-2.0 */';
const provided = {
  name: 'provided',
  setup(build) {
    build.onResolve({ filter: /^(facts|packed|translated):/ }, ({ path }) => ({ path, namespace: 'provided' }));
    // What is explained is many words, so it is an entry of its own. The words of findings are wanted at once.
    build.onLoad({ filter: /^facts:/, namespace: 'provided' }, ({ path }) => {
      const words = text('words.json');
      // Engines parse JSON faster than what is written as an object.
      if (path === 'facts:words') return { contents: `export default /* @__PURE__ */ JSON.parse(${JSON.stringify(words)});` };
      if (path === 'facts:code') return { contents: code(JSON.parse(words)), loader: 'js' };
      const facts = JSON.parse(text(path === 'facts:explain' ? 'explain.json' : 'facts.json'));
      const compact = Object.entries(facts).map(([name, text]) => [name, JSON.stringify(JSON.parse(text))]);
      return { contents: JSON.stringify(Object.fromEntries(compact)), loader: 'json' };
    });
    build.onLoad({ filter: /^packed:/, namespace: 'provided' }, ({ path }) => {
      const [name, file] = path === 'packed:facts' ? ['facts', join(folder, 'facts.json')] : ['core', join(dist, 'core.wasm')];
      const packed = readFileSync(join(folder, `${name}.deflate`), 'base64');
      return { contents: `export default { packed: '${packed}', length: ${statSync(file).size} };` };
    });
    build.onLoad({ filter: /^translated:/, namespace: 'provided' }, () => ({
      contents: `${readFileSync(join(made, 'translated.js'), 'utf8')}\nexport default instantiate;`,
    }));
  },
};

/**
 * What engines do faster where it is written out: making a published fact a member of an object, by its own name, and a list with
 * room for all facts.
 */
function code({ facts, published }) {
  const cases = facts.slice(0, published).map((name, fact) => `case ${fact}: params.${name} = value; break;`);
  return `export function put(params, fact, value) { switch (fact) { ${cases.join(' ')} } }
export const none = () => [${facts.map(() => 'undefined').join(', ')}];`;
}

const locales = readdirSync(join(here, 'src/locale'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => name.length === 2);
const entries = { index: 'src/index.ts', slim: 'src/slim.ts', js: 'src/js.ts', explain: 'src/explain.ts' };
for (const locale of locales) entries[`locale/${locale}`] = `src/locale/${locale}.ts`;
const common = {
  absWorkingDir: here,
  entryPoints: entries,
  bundle: true,
  minify: true,
  target: 'es2022',
  outdir: dist,
  banner: { js: licence },
  plugins: [provided],
  logLevel: 'warning',
};
await build({ ...common, format: 'esm' });
await build({ ...common, format: 'cjs', outExtension: { '.js': '.cjs' } });

// The same declarations for both kinds of modules; those of the slim entry are those of the main one.
const types = join(here, 'types');
cpSync(types, dist, { recursive: true });
cpSync(join(types, 'index.d.ts'), join(dist, 'slim.d.ts'));
for (const file of readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.d.ts'))) {
  const text = readFileSync(join(dist, file), 'utf8');
  writeFileSync(join(dist, file.replace(/ts$/, 'cts')), text.replaceAll(".js'", ".cjs'"));
}
