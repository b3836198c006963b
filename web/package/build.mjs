// Makes dist/ from the module that `cargo xtask wasm` has built: node build.mjs MODULE FACTS
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { deflateSync } from 'fflate';

const here = import.meta.dirname;
const dist = join(here, 'dist');
const made = join(here, 'made');
const binaryen = join(dirname(createRequire(import.meta.url).resolve('binaryen')), 'bin');
const [module, facts] = process.argv.slice(2);

// What Rust uses of WebAssembly by default.
const features = ['bulk-memory', 'mutable-globals', 'nontrapping-float-to-int', 'reference-types', 'sign-ext'].map((name) => `--enable-${name}`);

function tool(name, ...args) {
  execFileSync(process.execPath, [join(binaryen, name), ...args], { stdio: 'inherit' });
}

for (const folder of [dist, made]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
}

// What wasm-bindgen adds for references to objects of JavaScript is not used: only what is exported here is kept.
const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(module)))
  .map(({ name }) => name)
  .filter((name) => !name.startsWith('__'));
const graph = [
  { name: 'package', root: true, reaches: exported },
  ...exported.map((name) => ({ name, export: name })),
];
writeFileSync(join(made, 'graph.json'), JSON.stringify(graph));
tool('wasm-metadce', module, '-g', '--graph-file', join(made, 'graph.json'), ...features, '-o', join(made, 'kept.wasm'));

// The names of functions, for those who ask what the bytes are spent on, and the module without them.
tool('wasm-opt', join(made, 'kept.wasm'), '-g', '-Os', '--strip-producers', ...features, '-o', join(made, 'named.wasm'));
tool('wasm-opt', join(made, 'named.wasm'), '--strip-debug', '--strip-target-features', ...features, '-o', join(dist, 'core.wasm'));

// JavaScript has no counterpart of the newer instructions.
const lowered = join(made, 'lowered.wasm');
tool(
  'wasm-opt',
  join(made, 'named.wasm'),
  ...features,
  '--strip-debug',
  '--signext-lowering',
  '--llvm-memory-copy-fill-lowering',
  '--llvm-nontrapping-fptoint-lowering',
  '--remove-unused-module-elements',
  '--strip-target-features',
  '-o',
  lowered,
);
tool('wasm2js', lowered, '-Os', ...features, '--emscripten', '-o', join(made, 'translated.js'));

const licence = '/*! ctslint, MIT OR Apache-2.0 */';
const provided = {
  name: 'provided',
  setup(build) {
    build.onResolve({ filter: /^(facts|packed|translated):/ }, ({ path }) => ({ path, namespace: 'provided' }));
    // What is explained is many words, so it is an entry of its own.
    build.onLoad({ filter: /^facts:/, namespace: 'provided' }, ({ path }) => {
      const all = Object.entries(JSON.parse(readFileSync(facts, 'utf8')));
      const some = all.filter(([name]) => name.startsWith('explain ') === (path === 'facts:explain'));
      return { contents: JSON.stringify(Object.fromEntries(some)), loader: 'json' };
    });
    build.onLoad({ filter: /^packed:/, namespace: 'provided' }, () => {
      const packed = deflateSync(readFileSync(join(dist, 'core.wasm')), { level: 9, mem: 12 });
      return { contents: `export default '${Buffer.from(packed).toString('base64')}'` };
    });
    build.onLoad({ filter: /^translated:/, namespace: 'provided' }, () => ({
      contents: `${readFileSync(join(made, 'translated.js'), 'utf8')}\nexport default instantiate;`,
    }));
  },
};

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
