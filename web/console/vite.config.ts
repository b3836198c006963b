import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { POLICY } from './csp.ts';
import { firstReports, shell } from './shell.ts';

/** Writes the policy into the built page. The development server is left out: it injects styles of its own. */
function policy(): Plugin {
  return {
    name: 'policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' },
    ],
  };
}

/** Writes what is seen before the scripts are there into the page, and the same report for the scripts. */
function firstSight(): Plugin {
  return {
    name: 'first-sight',
    transformIndexHtml: {
      order: 'post',
      // The scripts give way to what is painted first.
      handler: (html) =>
        html.replace('<!--shell-->', shell()).replace('<script type="module"', '<script type="module" fetchpriority="low"'),
    },
    resolveId: (id) => (id === 'virtual:first-report' ? `\0${id}` : undefined),
    load: (id) => (id === '\0virtual:first-report' ? `export default ${JSON.stringify(firstReports())}` : undefined),
  };
}

/** Writes the service worker, with the list of the files that it keeps. Its version is the hash of all of them. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const publicFiles = readdirSync(new URL('public', import.meta.url));
      const hash = createHash('sha256');
      for (const name of publicFiles) hash.update(readFileSync(new URL(`public/${name}`, import.meta.url)));
      for (const file of Object.values(bundle)) hash.update(file.type === 'chunk' ? file.code : file.source);
      const files = ['./', ...publicFiles, ...Object.keys(bundle).filter((name) => name !== 'index.html')].sort();
      const source = readFileSync(new URL('src/service-worker.js', import.meta.url), 'utf8');
      hash.update(source);
      this.emitFile({
        type: 'asset',
        fileName: 'service-worker.js',
        source: source.replace('__VERSION__', hash.digest('hex').slice(0, 16)).replace('__FILES__', JSON.stringify(files)),
      });
    },
  };
}

const { version }: { version: string } = JSON.parse(readFileSync(new URL('../package/package.json', import.meta.url), 'utf8'));

export default defineConfig({
  base: './',
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  worker: { format: 'es' },
  define: { 'import.meta.env.VITE_VERSION': JSON.stringify(version) },
  plugins: [policy(), firstSight(), serviceWorker()],
});
