import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { POLICY } from './csp.ts';

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
        source: source
          .replace('__VERSION__', hash.digest('hex').slice(0, 16))
          .replace('__FILES__', JSON.stringify(files)),
      });
    },
  };
}

export default defineConfig({
  base: './',
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  plugins: [policy(), serviceWorker()],
});
