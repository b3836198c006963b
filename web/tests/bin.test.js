// The command of the package, with a stand-in for the package that holds the binary.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, installed } from './support.js';

const platform = `${process.platform}-${process.arch}`;
const windows = process.platform === 'win32';

/** An installed package; its binary is this script, or is not there. */
function install(name, script, optional = true) {
  const root = folder(name);
  const main = join(root, 'node_modules/ctslint');
  cpSync(join(installed, 'bin'), join(main, 'bin'), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  if (optional) manifest.optionalDependencies = { [`@ctslint/cli-${platform}`]: manifest.version };
  writeFileSync(join(main, 'package.json'), JSON.stringify(manifest));
  if (script) {
    const bin = join(root, `node_modules/@ctslint/cli-${platform}/bin`);
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'ctslint'), `#!${process.execPath}\n${script}`);
    chmodSync(join(bin, 'ctslint'), 0o755);
  }
  return join(main, 'bin/ctslint.cjs');
}

const start = (command, ...rest) => spawnSync(process.execPath, [command, ...rest], { encoding: 'utf8', input: 'a body' });

test('arguments, streams and status are those of the binary', { skip: windows }, () => {
  const command = install(
    'bin-streams',
    `const input = require('node:fs').readFileSync(0, 'utf8');
     console.log(JSON.stringify([process.argv.slice(2), input]));
     console.error('told');
     process.exitCode = Number(process.argv[2]);`,
  );
  for (const status of [0, 1, 2, 77]) {
    const words = [String(status), '', 'two words', '"', '*', '--', 'größe'];
    const ended = start(command, ...words);
    assert.equal(ended.status, status);
    assert.deepEqual(JSON.parse(ended.stdout), [words, 'a body']);
    assert.equal(ended.stderr, 'told\n');
  }
});

test('a signal that ends the binary ends the command', { skip: windows }, () => {
  const command = install('bin-ended', 'process.kill(process.pid, process.argv[2]); setInterval(() => {}, 1000);');
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL']) {
    const ended = start(command, signal);
    assert.deepEqual([ended.status, ended.signal, ended.stderr], [null, signal, '']);
  }
});

test('a signal to the command reaches the binary, whose status counts', { skip: windows }, async () => {
  const command = install(
    'bin-signalled',
    `for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => { console.log(signal); process.exit(3); });
     console.log('ready');
     setInterval(() => {}, 1000);`,
  );
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
    const child = spawn(process.execPath, [command], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    for await (const chunk of child.stdout) {
      said += chunk;
      if (said === 'ready\n') child.kill(signal);
    }
    if (child.exitCode === null) await once(child, 'exit');
    assert.deepEqual([said, child.exitCode], [`ready\n${signal}\n`, 3]);
  }
});

test('whoever has no binary is told what to do', () => {
  for (const [name, optional, told] of [
    ['bin-omitted', true, `ctslint: the package @ctslint/cli-${platform} is missing; install ctslint again with its optional dependencies, without \`--omit=optional\`\n`],
    ['bin-unknown', false, `ctslint: there is no binary for ${platform}; build it with Rust: \`cargo install --locked --git https://github.com/ctslint/ctslint ctslint-cli\`\n`],
  ]) {
    const ended = start(install(name, undefined, optional), '--version');
    assert.deepEqual([ended.status, ended.stdout, ended.stderr], [2, '', told]);
  }
});

test('a binary that does not start is named', { skip: windows }, () => {
  const command = install('bin-broken', '// never read');
  const binary = join(command, `../../../@ctslint/cli-${platform}/bin/ctslint`);
  chmodSync(binary, 0o644);
  const ended = start(command);
  assert.equal(ended.status, 2);
  assert.ok(ended.stderr.startsWith(`ctslint: can't start ${binary}: `), ended.stderr);
});

test('installing runs no script, and the command needs no part of the library', () => {
  const { scripts, bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  assert.deepEqual(bin, { ctslint: 'bin/ctslint.cjs' });
  for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) assert.ok(!(name in (scripts ?? {})), name);
  const text = readFileSync(join(installed, bin.ctslint), 'utf8');
  assert.deepEqual([...text.matchAll(/require\('([^']+)'\)/g)].map(([, name]) => name), ['node:child_process', 'node:os', '../package.json']);
  assert.ok(text.split('\n').length <= 45);
});
