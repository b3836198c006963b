// Makes dist/ from dist/core.wasm and what `cargo xtask wasm` has made in a folder: node build.mjs FOLDER
import { cpSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const dist = join(here, 'dist');
const made = join(here, 'made');
const [folder] = process.argv.slice(2);
const text = (name) => readFileSync(join(folder, name), 'utf8');

const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));

const licence = '/*! ctslint, MIT OR Apache-2.0 */';

/** What is imported of what the build has made, by the names of `src/made.d.ts`. */
const provided = (glue) => ({
  name: 'provided',
  setup(build) {
    const provide = (kind, contents) => {
      build.onResolve({ filter: new RegExp(`^${kind}:`) }, ({ path }) => ({ path, namespace: kind }));
      build.onLoad({ filter: /.*/, namespace: kind }, ({ path }) => ({ contents: contents(path.slice(kind.length + 1)) }));
    };
    provide('glue', () => glue);
    provide('catalogue', (language) => parsed(text(`catalogue.${language}.json`)));
    provide('facts', (name) => {
      const facts = JSON.parse(text('facts.json'));
      if (name === 'version') return `export default ${JSON.stringify(version)};`;
      if (name === 'names') return parsed(JSON.stringify(names(facts)));
      return `export default ${JSON.stringify(compact(facts))};`;
    });
    // What is wanted apart, in a language. English advice is among the facts.
    provide('explain', (language) => {
      const { name, topics, advice } = JSON.parse(text(`explain.${language}.json`));
      return `export default ${JSON.stringify({ name, topics: compact(topics), ...(name === 'en' ? {} : { advice }) })};`;
    });
    provide('schema', (language) => {
      const { name, schemas } = JSON.parse(text(`schema.${language}.json`));
      return `export default ${JSON.stringify({ name, schemas: compact(schemas) })};`;
    });
    provide('packed', (name) => {
      const file = name === 'facts' ? join(folder, 'facts.json') : join(dist, name);
      const packed = readFileSync(join(folder, `${name.replace('.wasm', '')}.deflate`), 'base64');
      return `export default { packed: '${packed}', length: ${statSync(file).size} };`;
    });
    provide('translated', () => `${readFileSync(join(made, 'translated.js'), 'utf8')}\nexport default instantiate;`);
  },
});

const bound = text('bound/core_bg.js');
/** The variables in which the glue keeps views of the memory. */
const views = [...bound.matchAll(/^let (cached\w+Memory0) = null;$/gm)].map(([, name]) => `${name} = null;`);
const table = /^let heap = (new Array\(1024\)\.fill\(undefined\));\nheap\.push\((.*)\);/m.exec(bound);
if (views.length === 0 || !table) throw new Error('the glue of wasm-bindgen is not what it was: it keeps views and objects elsewhere');
const glue = `${bound}
export function forget() {
    wasm = undefined;
    ${views.join(' ')}
    heap = ${table[1]};
    heap.push(${table[2]});
    heap_next = heap.length;
}
`;
/**
 * The glue keeps views of the memory until they are detached, as they are when it grows. Where WebAssembly is JavaScript, it gets
 * another buffer instead.
 */
const imitated = glue.replace(/(cached\w+Memory0)\.(byteLength === 0|buffer\.detached === true .*)\) \{$/gm, '$1.buffer !== wasm.memory.buffer) {');

/** JSON texts without white space. */
const compact = (texts) => Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, JSON.stringify(JSON.parse(text))]));

/** Engines parse JSON faster than what is written as an object. */
const parsed = (json) => `export default /* @__PURE__ */ JSON.parse(${JSON.stringify(json)});`;

/** The names of the rules and documents, with which options are checked, and of the params that findings show. */
function names({ rules, documents, params }) {
  return {
    params: JSON.parse(params),
    rules: JSON.parse(rules).map(({ name }) => name),
    documents: JSON.parse(documents).map(({ name, short }) => [name, short ?? null]),
  };
}

const locales = ['en', 'de', 'zh'];
/** The entries with all functions. Where modules can be taken in part, what they carry stands in another file. */
const whole = { index: 'main', js: 'main-js', slim: 'main-slim' };
const small = { explain: 'src/explain.ts', schema: 'src/schema.ts' };
/** What is there in other languages than English has a file for each of them. */
const others = locales.filter((locale) => locale !== 'en').flatMap((locale) => [`explain/${locale}`, `schema/${locale}`]);
const languages = [...locales.map((locale) => `locale/${locale}`), ...others];
for (const entry of others) small[entry] = `src/${entry}.ts`;

/** What stands on top of the main entry, and does not carry it a second time. */
const above = { eslint: 'src/eslint.ts' };

/** Leaves `tools.js` a file of its own. */
const apart = {
  name: 'apart',
  setup: (build) => build.onResolve({ filter: /^\.\/tools\.ts$/ }, () => ({ path: './tools.js', external: true, sideEffects: false })),
};

/** Leaves the main entry a file of its own. */
const main = (extension) => ({
  name: 'main',
  setup: (build) => build.onResolve({ filter: /^\.\/index\.ts$/ }, () => ({ path: `./index.${extension}`, external: true })),
});

async function bundle(format, entryPoints, plugins, charset) {
  await build({
    absWorkingDir: here,
    entryPoints,
    bundle: true,
    minify: true,
    // An error that nobody catches shows the line where it was thrown.
    lineLimit: 1000,
    target: 'es2022',
    charset,
    format,
    outExtension: { '.js': format === 'cjs' ? '.cjs' : '.js' },
    inject: [join(here, 'src/platform.ts')],
    outdir: dist,
    banner: { js: licence },
    plugins,
    logLevel: 'warning',
  });
}

for (const name of Object.keys(whole)) {
  const plugin = provided(name === 'js' ? imitated : glue);
  await bundle('cjs', { [name]: `src/${name}.ts` }, [plugin]);
  await bundle('esm', { [whole[name]]: `src/${name}.ts` }, [plugin, apart]);
  writeFileSync(join(dist, `${name}.js`), `${licence}\nexport * from './tools.js';\nexport * from './${whole[name]}.js';\n`);
}
// Modules are read as UTF-8 in any case, in which Chinese takes half of what escapes take.
await bundle('esm', { ...small, tools: 'src/tools.ts' }, [provided(glue)], 'utf8');
await bundle('cjs', small, [provided(glue)], 'utf8');
await bundle('esm', above, [provided(glue), main('js')]);
await bundle('cjs', above, [provided(glue), main('cjs')]);

// A catalogue is data alone, with a line for each message.
mkdirSync(join(dist, 'locale'), { recursive: true });
for (const locale of locales) {
  const catalogue = JSON.stringify(JSON.parse(text(`catalogue.${locale}.json`)), null, 1).replace(/\n +/g, '\n');
  writeFileSync(join(dist, `locale/${locale}.js`), `${licence}\nexport default ${catalogue};\n`);
  const marked = "Object.defineProperty(exports, '__esModule', { value: true });";
  writeFileSync(join(dist, `locale/${locale}.cjs`), `${licence}\n${marked}\nexports.default = ${catalogue};\n`);
}

// The same declarations for both kinds of modules; those of the slim entry are those of the main one.
const types = join(here, 'types');
cpSync(types, dist, { recursive: true });
cpSync(join(types, 'index.d.ts'), join(dist, 'slim.d.ts'));
for (const file of readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.d.ts'))) {
  const text = readFileSync(join(dist, file), 'utf8');
  writeFileSync(join(dist, file.replace(/ts$/, 'cts')), text.replaceAll(".js'", ".cjs'"));
}

// Where `exports` is not read, as by Parcel 2 and by TypeScript's `node10`, an entry is a folder with a manifest of its own.
for (const [entry, declarations] of [
  ['js', 'index'],
  ['slim', 'slim'],
  ['explain', 'explain'],
  ['schema', 'schema'],
  ['eslint', 'eslint'],
  ...languages.map((entry) => [entry, entry.replace(/\w+$/, 'language')]),
]) {
  const up = '../'.repeat(entry.split('/').length);
  const manifest = { main: `${up}dist/${entry}.cjs`, module: `${up}dist/${entry}.js`, types: `${up}dist/${declarations}.d.ts`, sideEffects: false };
  mkdirSync(join(here, entry), { recursive: true });
  writeFileSync(join(here, entry, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
