// What the tests share: the sample, a server for pages, and a browser.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';

export const here = import.meta.dirname;
export const made = join(here, 'made');
export const installed = join(here, 'node_modules/ctslint');
export const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));

/** A body with several mistakes, one of them outside ASCII, and what is said about it. */
export const SAMPLE = readFileSync(join(here, 'fixtures/sample.json'), 'utf8');
export const EXPECTED = JSON.parse(readFileSync(join(made, 'expected.json'), 'utf8'));

/** An empty folder for what a test makes. */
export function folder(name) {
  const path = join(made, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}

/** Runs a program; rejects with all it printed when it fails. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: here, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (status) => (status === 0 ? resolve(output) : reject(new Error(`${program}: ${status}\n${output}`))));
  });
}

/** The program of an installed package. */
export const bin = (name) => join(here, 'node_modules/.bin', name);

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };

/** Serves folders; `headers` go with every page. */
export async function serve(roots, headers = {}) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const file = roots.map((root) => join(root, path)).find((file) => existsSync(file));
    if (file === undefined) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain', ...headers });
    response.end(readFileSync(file));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function browser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGUMENTS });
}

/** Opens a page and waits, for so many milliseconds at most, for what it lays down in `globalThis.result`. */
export async function result(browser, url, timeout = 15_000) {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  try {
    await page.goto(url);
    await page
      .waitForFunction(() => globalThis.result !== undefined, undefined, { timeout })
      .catch((error) => Promise.reject(new Error(`${url}: ${error.message}\n${errors.join('\n')}`)));
    return await page.evaluate(() => globalThis.result);
  } finally {
    await page.close();
  }
}
