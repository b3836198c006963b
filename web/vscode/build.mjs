// Bundles the server for Node and for web workers, and the extension for both.
import assert from 'node:assert/strict';
import { documents, form } from 'ctslint';
import { explain } from 'ctslint/explain';
import { build } from 'esbuild';

/**
 * What the extension explains, which must be small: the fields of the documents, each without the sentence of its page, which is among the
 * facts about forms already.
 */
function explanations() {
  const texts = {};
  for (const { name, short = name } of documents()) {
    for (const { path, source } of form(name)) {
      const { text } = explain(`${short}:${path}`);
      const quote = `\n> ${source.quote}\n>\n> — ${source.page}\n`;
      assert.ok(text.endsWith(quote), `${short}:${path} does not end with its sentence`);
      texts[`${short}:${path}`] = text.slice(0, -quote.length);
    }
  }
  return `
    import { form } from 'ctslint';
    const texts = ${JSON.stringify(texts)};
    export function explain(name) {
      if (!Object.hasOwn(texts, name)) return undefined;
      const [document, path] = name.split(':');
      const { source } = form(document).find((field) => field.path === path);
      return { text: texts[name] + \`\\n> \${source.quote}\\n>\\n> — \${source.page}\\n\` };
    }
  `;
}

const ofFields = {
  name: 'of-fields',
  setup(building) {
    building.onResolve({ filter: /^ctslint\/explain$/ }, ({ path }) => ({ path, namespace: 'fields' }));
    building.onLoad({ filter: /./, namespace: 'fields' }, () => ({ contents: explanations(), resolveDir: import.meta.dirname }));
  },
};

const common = { bundle: true, minify: true, charset: 'utf8', format: 'esm', outdir: 'dist', logLevel: 'warning', target: 'es2023' };
await build({
  ...common,
  entryPoints: ['src/node.ts'],
  platform: 'node',
  // jsonc-parser can be bundled as a module alone.
  mainFields: ['module', 'main'],
  // What the libraries of the protocol ask for by `require`.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
await build({ ...common, entryPoints: ['src/worker.ts'], platform: 'browser' });
await build({
  ...common,
  entryPoints: ['src/extension.ts'],
  platform: 'browser',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
  plugins: [ofFields],
});
