// Makes dist/core.wasm, and the same as JavaScript, from what wasm-bindgen has made in a folder: node optimise.mjs FOLDER
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const here = import.meta.dirname;
const dist = join(here, 'dist');
const made = join(here, 'made');
const binaryen = join(dirname(createRequire(import.meta.url).resolve('binaryen')), 'bin');
const [folder] = process.argv.slice(2);
const module = join(folder, 'core_bg.wasm');

// What Rust uses of WebAssembly by default.
const features = ['bulk-memory', 'multivalue', 'mutable-globals', 'nontrapping-float-to-int', 'reference-types', 'sign-ext'].map(
  (name) => `--enable-${name}`,
);

function tool(name, ...args) {
  execFileSync(process.execPath, [join(binaryen, name), ...args, ...features], { stdio: 'inherit' });
}

for (const folder of [dist, made]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
}

tool('wasm-opt', module, '-Os', '-o', join(dist, 'core.wasm'));

// JavaScript has no counterpart of the newer instructions.
const lowered = join(made, 'lowered.wasm');
const lowering = ['--signext-lowering', '--llvm-memory-copy-fill-lowering', '--llvm-nontrapping-fptoint-lowering'];
tool('wasm-opt', module, ...lowering, '--strip-target-features', '-o', lowered);
tool('wasm2js', lowered, '-Os', '--emscripten', '-o', join(made, 'translated.js'));
