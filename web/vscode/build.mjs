// Bundles the server for Node and for web workers, and the extension for both.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { documents, form } from 'ctslint';
import { explain, topics } from 'ctslint/explain';
import de from 'ctslint/explain/de';
import zh from 'ctslint/explain/zh';
import deMessages from 'ctslint/locale/de';
import zhMessages from 'ctslint/locale/zh';
import { build } from 'esbuild';

/** In the order in which lines have them; English is what the package says without a wish. */
const LANGUAGES = { en: undefined, de, zh };

/**
 * What an editor explains, which must be small: the fields of the documents, each without the sentence of its page, which is among the
 * facts about forms already, and those that belong elsewhere. A line that many have is there once, with its translations beside it.
 */
function explanations() {
  const quotes = new Map();
  for (const { name, short = name } of documents()) {
    for (const { path, source } of form(name)) quotes.set(`${short}:${path}`, `\n> ${source.quote}\n>\n> — ${source.page}\n`);
  }
  const numbers = new Map();
  const texts = {};
  for (const topic of topics().filter((name) => name.includes(':/'))) {
    const [before, quote] = [`# ${topic}\n\n`, quotes.get(topic) ?? '\n'];
    const said = Object.values(LANGUAGES).map((lang) => {
      const { text } = explain(topic, { lang });
      assert.ok(text.startsWith(before) && text.endsWith(quote), `${topic} has not its name above and the sentence of its page below`);
      return text.slice(before.length, -quote.length).split('\n');
    });
    assert.ok(said.every((lines) => lines.length === said[0].length), `${topic} has more lines in one language than in another`);
    const [document, path] = topic.split(':');
    (texts[document] ??= {})[path] = said[0].map((_, at) => {
      const line = JSON.stringify(said.map((lines) => lines[at]));
      if (!numbers.has(line)) numbers.set(line, numbers.size);
      return numbers.get(line);
    });
  }
  const lines = [...numbers.keys()].map((line) => JSON.parse(line)).map((line) => (new Set(line).size === 1 ? line[0] : line));
  return `
    import { form } from 'ctslint';
    const texts = ${JSON.stringify(texts)};
    const lines = ${JSON.stringify(lines)};
    const languages = ${JSON.stringify(Object.keys(LANGUAGES))};
    export function explain(name, { lang } = {}) {
      const [document, path] = name.split(':');
      const numbers = new Map(Object.entries(texts[document] ?? {})).get(path);
      if (!numbers) return undefined;
      const language = languages.indexOf(lang?.name ?? 'en');
      const said = numbers.map((number) => (typeof lines[number] === 'string' ? lines[number] : lines[number][language]));
      const source = form(document).find((field) => field.path === path)?.source;
      const quote = source ? \`> \${source.quote}\\n>\\n> — \${source.page}\\n\` : '';
      return { text: \`# \${name}\\n\\n\${said.join('\\n')}\\n\${quote}\` };
    }
  `;
}

const ofFields = {
  name: 'of-fields',
  setup(building) {
    building.onResolve({ filter: /^ctslint\/explain(\/|$)/ }, ({ path }) => ({ path, namespace: 'fields' }));
    building.onLoad({ filter: /explain$/, namespace: 'fields' }, () => ({ contents: explanations(), resolveDir: import.meta.dirname }));
    building.onLoad({ filter: /\/..$/, namespace: 'fields' }, ({ path }) => ({ contents: `export default { name: '${path.slice(-2)}' };` }));
  },
};

/** The messages in both languages side by side, so that their names are there once. */
const ofMessages = {
  name: 'of-messages',
  setup(building) {
    const rows = Object.entries(deMessages.messages).map(([name, message]) => [name, message, zhMessages.messages[name]]);
    assert.equal(rows.length, Object.keys(zhMessages.messages).length, 'the languages have other messages');
    building.onResolve({ filter: /^ctslint\/locale\// }, ({ path }) => ({ path, namespace: 'messages' }));
    building.onLoad({ filter: /rows$/, namespace: 'messages' }, () => ({ contents: JSON.stringify(rows), loader: 'json' }));
    building.onLoad({ filter: /\/..$/, namespace: 'messages' }, ({ path }) => {
      const name = path.slice(-2);
      return {
        contents: `
          import rows from 'ctslint/locale/rows';
          export default { name: '${name}', messages: Object.fromEntries(rows.map(([name, de, zh]) => [name, ${name}])) };
        `,
      };
    });
  },
};

/** Of the facts that the package carries, editors use the documents and the fields of forms, and neither schemas nor what rules are. */
const ofForms = {
  name: 'of-forms',
  setup(building) {
    building.onLoad({ filter: /[/\\]package[/\\]dist[/\\]main\.js$/ }, ({ path }) => {
      let count = 0;
      const contents = readFileSync(path, 'utf8').replace(/packed:"([^"]+)",\s*length:(\d+)/g, (whole, packed) => {
        const text = inflateRawSync(Buffer.from(packed, 'base64'));
        if (text[0] !== '{'.charCodeAt()) return whole;
        count += 1;
        const facts = Object.entries(JSON.parse(text)).filter(([name]) => name === 'documents' || name.startsWith('form '));
        const fewer = Buffer.from(JSON.stringify(Object.fromEntries(facts)));
        return `packed:"${deflateRawSync(fewer, { level: 9 }).toString('base64')}",length:${fewer.length}`;
      });
      assert.equal(count, 1, 'the facts of the package are written in another way');
      return { contents };
    });
  },
};

const common = { bundle: true, minify: true, charset: 'utf8', format: 'esm', outdir: 'dist', logLevel: 'warning', target: 'es2023', plugins: [ofFields, ofMessages, ofForms] };
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
});
