// The extension as it is packed, in a stand-in for the editor.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';

const folder = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

test('the packed extension is small and has no native code', () => {
  execFileSync(join(folder, 'node_modules/.bin/vsce'), ['package', '--no-dependencies', '--allow-missing-repository', '--out', 'dist/ctslint.vsix'], { cwd: folder });
  const { size } = statSync(join(folder, 'dist/ctslint.vsix'));
  assert.ok(size <= 250_000, `${size} bytes`);
  const names = execFileSync('unzip', ['-Z1', 'dist/ctslint.vsix'], { cwd: folder, encoding: 'utf8' });
  assert.doesNotMatch(names, /\.node$|\.wasm$|node_modules/m);
  assert.match(names, /extension\/dist\/extension\.cjs/);
});

/** As much of the editor's interface as the extension uses. */
function standIn(documents, rules) {
  const registered = { commands: {}, diagnostics: new Map(), applied: [], opened: [] };
  const nothing = () => ({ dispose() {} });
  class Place {
    constructor(...parts) {
      Object.assign(this, { parts });
    }
  }
  class Kind {
    constructor(value = '') {
      this.value = value;
    }
    append(part) {
      return new Kind(this.value ? `${this.value}.${part}` : part);
    }
  }
  Kind.Empty = new Kind();
  const parse = (text) => ({ toString: () => text });
  const vscode = {
    languages: {
      createDiagnosticCollection: () => ({ set: (uri, list) => registered.diagnostics.set(String(uri), list), delete: (uri) => registered.diagnostics.delete(String(uri)), get: (uri) => registered.diagnostics.get(String(uri)), dispose() {} }),
      registerHoverProvider: (_, it) => (registered.hover = it),
      registerCompletionItemProvider: (_, it) => (registered.completion = it),
      registerDocumentSymbolProvider: (_, it) => (registered.symbols = it),
      registerCodeActionsProvider: (_, it) => (registered.actions = it),
    },
    workspace: {
      textDocuments: documents,
      onDidOpenTextDocument: nothing,
      onDidChangeTextDocument: nothing,
      onDidCloseTextDocument: nothing,
      onDidChangeConfiguration: nothing,
      getConfiguration: () => ({ get: (name) => (name === 'rules' ? rules : '') }),
      applyEdit: async (edit) => registered.applied.push(edit),
    },
    window: { activeTextEditor: { document: documents[0], selection: { active: 0 } }, showInformationMessage() {}, showTextDocument: async (uri) => registered.opened.push(String(uri)) },
    env: { language: 'en', openExternal: (uri) => registered.opened.push(String(uri)) },
    commands: { registerCommand: (name, run) => (registered.commands[name] = run) },
    Uri: { parse },
    Range: class extends Place {
      contains() {
        return true;
      }
    },
    Location: Place,
    DiagnosticRelatedInformation: Place,
    Hover: Place,
    MarkdownString: Place,
    SnippetString: Place,
    DocumentSymbol: Place,
    CompletionItem: class {
      constructor(label, kind) {
        Object.assign(this, { label, kind });
      }
    },
    Diagnostic: class {
      constructor(range, message, severity) {
        Object.assign(this, { range, message, severity });
      }
    },
    CodeAction: class {
      constructor(title, kind) {
        Object.assign(this, { title, kind });
      }
    },
    CodeActionKind: Kind,
    CodeActionTriggerKind: { Invoke: 1, Automatic: 2 },
    WorkspaceEdit: class {
      changes = [];
      replace(uri, range, text) {
        this.changes.push([String(uri), range.parts, text]);
      }
      createFile(uri) {
        this.changes.push([String(uri)]);
      }
    },
  };
  return { vscode, registered };
}

/** The extension with these documents open. */
function activate(documents, rules = { 'short-retention': 'off' }) {
  const { vscode, registered } = standIn(documents, rules);
  const load = Module._load;
  Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));
  try {
    const require = Module.createRequire(import.meta.url);
    delete require.cache[join(folder, manifest.main)];
    require(join(folder, manifest.main)).activate({ subscriptions: [] });
  } finally {
    Module._load = load;
  }
  return registered;
}

const document = (uri, languageId, text) => ({ uri: { toString: () => uri }, languageId, version: 1, getText: () => text });

test('findings, fixes, completion and hover reach the editor', async () => {
  const typo = document('file:///a.json', 'json', '{"tracker_type": "system", "tracker_nmae": "system", }');
  const editor = activate([typo]);
  const told = editor.diagnostics.get('file:///a.json');
  // The editor tells of the comma itself, and the settings switch another rule off.
  assert.deepEqual(told.map(({ code, severity }) => [code.value, severity]), [['unknown-field', 0]]);
  assert.equal(String(told[0].code.target), 'https://github.com/ctslint/ctslint/blob/main/docs/rules.md#unknown-field');
  const range = { start: { line: 0, character: 30 }, end: { line: 0, character: 30 } };
  const [first] = editor.actions.provideCodeActions(typo, range, { triggerKind: 1 });
  assert.deepEqual([first.title, first.kind.value, first.isPreferred], ['rename it to `tracker_name`', 'quickfix', true]);
  assert.deepEqual(first.edit.changes, [['file:///a.json', [0, 27, 0, 41], '"tracker_name"']]);
  const items = editor.completion.provideCompletionItems(typo, { line: 0, character: 53 });
  assert.equal(items[0].label, 'tracker_name');
  assert.equal(items[0].insertText.parts[0], '"tracker_name": "$1"');
  assert.match(editor.hover.provideHover(typo, { line: 0, character: 5 }).parts[0].parts[0], /^\*\*Tracker type\*\*/);
  await editor.commands['ctslint.showRule']();
  assert.match(editor.opened[0], /#unknown-field$/);
  await editor.commands['ctslint.fixAll']();
  assert.equal(editor.applied.length, 1);
});

test('a tracker by its name is told everything, and a v1 body is translated', async () => {
  const ours = document('file:///b.cts.json', 'cts-tracker', '{"bucket_name": "obs-f1da",}');
  const editor = activate([ours]);
  assert.deepEqual(editor.diagnostics.get('file:///b.cts.json').map(({ code }) => code.value), ['deprecated-api', 'invalid-json']);
  const good = document('file:///b.cts.json', 'cts-tracker', '{"bucket_name": "obs-f1da"}');
  const translating = activate([good]);
  await translating.commands['ctslint.translate']();
  assert.deepEqual(translating.applied[0].changes[0], ['file:///b.v3.cts.json']);
  assert.deepEqual(translating.opened, ['file:///b.v3.cts.json']);
});

test('settings that name a rule that there is not are told, where there is something to tell', () => {
  const tracker = document('file:///a.json', 'json', '{"tracker_type": "system", "tracker_nmae": "system"}');
  const other = document('file:///package.json', 'json', '{"name": "left-pad"}');
  const editor = activate([tracker, other], { 'short-retenton': 'off' });
  const [{ message }, ...others] = editor.diagnostics.get('file:///a.json');
  assert.match(message, /there is no rule .*short-retenton/);
  assert.deepEqual([others, editor.diagnostics.get('file:///package.json')], [[], []]);
});

test('the manifest has each command, and settings are as in ctslint.toml', () => {
  const editor = activate([]);
  assert.deepEqual(Object.keys(editor.commands).sort(), manifest.contributes.commands.map(({ command }) => command).sort());
  assert.deepEqual(Object.keys(manifest.contributes.configuration.properties), ['ctslint.language', 'ctslint.document', 'ctslint.provider', 'ctslint.rules']);
});

test('the JSON service of the editor has no part in `*.cts.json`, so that nothing is told twice', () => {
  const { languages, jsonValidation, jsonLanguageParticipants } = manifest.contributes;
  const [{ id }] = languages.filter(({ extensions }) => extensions.includes('.cts.json'));
  assert.ok(!['json', 'jsonc', 'snippets'].includes(id), `the editor reads ${id} by itself`);
  assert.deepEqual([jsonValidation, jsonLanguageParticipants], [undefined, undefined]);
});
