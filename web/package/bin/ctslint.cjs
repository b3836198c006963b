#!/usr/bin/env node
// Starts the command line. Its binary is an optional package for each platform, so that installing runs no script.
'use strict';
const { spawn } = require('node:child_process');
const { constants } = require('node:os');

const platform = `${process.platform}-${process.arch}`;
const name = `@ctslint/cli-${platform}`;

function fail(why) {
  console.error(`ctslint: ${why}`);
  process.exit(2);
}

function binary() {
  try {
    return require.resolve(`${name}/bin/ctslint${process.platform === 'win32' ? '.exe' : ''}`);
  } catch {
    const { optionalDependencies = {}, repository } = require('../package.json');
    if (name in optionalDependencies) {
      fail(`the package ${name} is missing; install ctslint again with its optional dependencies, without \`--omit=optional\``);
    }
    fail(`there is no binary for ${platform}; build it with Rust: \`cargo install --locked --git ${repository.url.replace(/^git\+|\.git$/g, '')} ctslint-cli\``);
  }
}

const path = binary();
// Whoever ends this process means the command. It cleans up, and how it ends is passed on below.
const passed = ['SIGHUP', 'SIGINT', 'SIGTERM'];
const pass = (signal) => child.kill(signal);
for (const signal of passed) process.on(signal, pass);
const child = spawn(path, process.argv.slice(2), { stdio: 'inherit' });
child.on('error', ({ message }) => fail(`can't start ${path}: ${message}`));
child.on('exit', (status, signal) => {
  process.exitCode = status ?? 128 + constants.signals[signal];
  for (const signal of passed) process.off(signal, pass);
  if (signal) process.kill(process.pid, signal);
});
