// The server over the npm package and `ctslint lsp` show an editor the same.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { start } from './client.js';

const here = import.meta.dirname;
const root = join(here, '../../..');
const NATIVE = process.env.CTSLINT ?? join(root, 'target/debug/ctslint');
const NODE = join(here, '../dist/node.js');
const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

let servers;
before(async () => (servers = await Promise.all([start(NATIVE, ['lsp']), start(process.execPath, [NODE, '--stdio'])])));
after(() => Promise.all(servers.map((server) => server.stop())));

/** What both servers answer must be the same, which is the answer. */
async function both(ask) {
  const [native, node] = await Promise.all(servers.map(ask));
  assert.deepEqual(node, native);
  return native;
}

/** Without what needs files, which is `ctslint lsp`'s alone. */
const withoutAccepting = (actions) => actions?.filter(({ title }) => !title.includes('ctslint-ignore.toml'));

const actions = (uri, range, context) =>
  both(async (server) => withoutAccepting(await server.request('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [], ...context } })));

/** Good bodies, known bad ones, and some that are being written. */
const TEXTS = Object.fromEntries(
  ['examples/good', 'tests/fixtures'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => /\.jsonc?$/.test(name))
      .map((name) => [name, readFileSync(join(root, folder, name), 'utf8')]),
  ),
);
Object.assign(TEXTS, {
  'empty.cts.json': '',
  'begun.cts.json': '{}',
  'emoji.json': '{\r\n  "obs_info": {"file_prefix_name": "😀"}, "tracker_nmae": "system",\r\n  "tracker_type": "system"\r\n}',
  'key.json': '{"tracker_type": "system", ""}',
  'value.json': '{"tracker_type": "system", "is_lts_enabled": , "obs_info": {"compress_type": "g", "x": 1}}',
  'unclosed.json': '{"tracker_type": "system", "obs_info": {"bucket_name": ',
  'twice.json': '{"tracker_type": "system", "tracker_name": "system", "tracker_type": "system"}',
  'list.json': '{"trackers": [{"tracker_type": "system", "tracker_name": "system", "obs_info": {"bucket_name": "a"}}]}',
});

for (const [name, text] of Object.entries(TEXTS)) {
  test(`both show the same of ${name}`, async () => {
    const uri = `file:///nowhere/${name}`;
    await both((server) => server.open(uri, text));
    for (const only of [undefined, ['quickfix'], ['source'], ['refactor']]) await actions(uri, EVERYWHERE, { only });
    await actions(uri, EVERYWHERE, { triggerKind: 2 });
    // What is broken is read by another parser here: only what can be read by both must be the same.
    const isBroken = name === 'published-v1.json' || name === 'misspelt.json';
    if (isBroken) return;
    const textDocument = { uri };
    await both((server) => server.request('textDocument/documentSymbol', { textDocument }));
    const document = TextDocument.create(uri, 'json', 1, text);
    for (let offset = 0; offset <= text.length; offset += text.length > 400 ? 7 : 1) {
      const params = { textDocument, position: document.positionAt(offset) };
      await both((server) => server.request('textDocument/hover', params));
      await both((server) => server.request('textDocument/completion', params));
    }
  });
}

test('both follow what is typed and the language that is wished', async () => {
  const uri = 'file:///nowhere/typed.json';
  await both((server) => server.open(uri, TEXTS['emoji.json']));
  const range = { start: { line: 1, character: 52 }, end: { line: 1, character: 54 } };
  const change = { textDocument: { uri, version: 2 }, contentChanges: [{ range, text: 'am' }] };
  const told = await both((server) => (server.notify('textDocument/didChange', change), server.diagnostics(uri)));
  assert.ok(told.every(({ code }) => code !== 'unknown-field'));
  for (const language of ['de', 'zh_CN', 'en']) {
    await both((server) => (server.notify('workspace/didChangeConfiguration', { settings: { ctslint: { language } } }), server.diagnostics(uri)));
    await actions(uri, EVERYWHERE);
  }
  await both((server) => (server.notify('textDocument/didClose', { textDocument: { uri } }), server.diagnostics(uri)));
});

test('both explain and complete fields in the language of the editor', async () => {
  const names = ['misplaced.json', 'huawei-v3-data.json', 'list.json', 'value.json', 'emoji.json'];
  for (const [locale, said] of [['de', 'Erforderlich'], ['zh-cn', '必填'], ['fr', 'Required']]) {
    const pair = await Promise.all([start(NATIVE, ['lsp'], { locale }), start(process.execPath, [NODE, '--stdio'], { locale })]);
    const both = async (ask) => {
      const [native, node] = await Promise.all(pair.map(ask));
      assert.deepEqual(node, native);
      return native;
    };
    try {
      const told = [];
      for (const name of names) {
        const textDocument = { uri: `file:///nowhere/${locale}/${name}` };
        await both((server) => server.open(textDocument.uri, TEXTS[name]));
        const document = TextDocument.create(textDocument.uri, 'json', 1, TEXTS[name]);
        for (const { index } of TEXTS[name].matchAll(/"./g)) {
          const params = { textDocument, position: document.positionAt(index + 1) };
          told.push(await both((server) => server.request('textDocument/hover', params)));
          told.push(await both((server) => server.request('textDocument/completion', params)));
        }
      }
      assert.ok(JSON.stringify(told).includes(said), `nothing is said in ${locale}`);
    } finally {
      await Promise.all(pair.map((server) => server.stop()));
    }
  }
});

test('a file of others is left alone by both', async () => {
  for (const text of ['{"name": "left-pad",}', '[1, 2', 'key: value', '{"tracker_type": 1}']) {
    assert.deepEqual(await both((server) => server.open('file:///nowhere/package.json', text)), []);
  }
});
