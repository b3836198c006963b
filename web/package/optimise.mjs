// Makes dist/core.wasm, and the same as JavaScript, from the module that cargo has built: node optimise.mjs MODULE
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { named } from './order.mjs';

const here = import.meta.dirname;
const dist = join(here, 'dist');
const made = join(here, 'made');
const binaryen = join(dirname(createRequire(import.meta.url).resolve('binaryen')), 'bin');
const [module] = process.argv.slice(2);

// What Rust uses of WebAssembly by default.
const features = ['bulk-memory', 'mutable-globals', 'nontrapping-float-to-int', 'reference-types', 'sign-ext'].map((name) => `--enable-${name}`);

function tool(name, ...args) {
  execFileSync(process.execPath, [join(binaryen, name), ...args], { stdio: 'inherit' });
}

for (const folder of [dist, made]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
}

// A function with one caller is left where it is: engines compile what is called, when it is called. Small ones take the place of
// their calls, which engines do not do themselves: bodies take a tenth less, for 0.6 kB. What is computed again is
// computed again: gzip finds the same bytes, but not those that fetch a result from a variable; nor does it gain from data that
// is cut where zeros are. Nothing stands at the lowest addresses: they are the end of the stack.
const size = [
  '-Oz',
  '--converge',
  '--low-memory-unused',
  '--one-caller-inline-max-function-size=0',
  '--always-inline-max-function-size=22',
  '--skip-pass=local-cse',
  '--skip-pass=memory-packing',
];

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
tool('wasm-opt', join(made, 'kept.wasm'), '-g', ...size, '--strip-producers', ...features, '-o', join(made, 'named.wasm'));
const [numbered, ordered] = [join(made, 'numbered.wasm'), join(made, 'ordered.wasm')];
writeFileSync(numbered, named(readFileSync(join(made, 'named.wasm'))));
tool('wasm-opt', numbered, '-g', '--reorder-functions-by-name', ...features, '-o', ordered);
// What the reordering has left to do, without another order.
const rest = [...size, '--skip-pass=reorder-functions', '--strip-debug', '--strip-target-features'];
tool('wasm-opt', ordered, ...rest, ...features, '-o', join(dist, 'core.wasm'));

// JavaScript has no counterpart of the newer instructions.
const lowered = join(made, 'lowered.wasm');
tool(
  'wasm-opt',
  ordered,
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
