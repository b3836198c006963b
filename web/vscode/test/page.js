// An editor in a page, CodeMirror, with the server in a worker: open, type a typo, see it, mend it, complete a field, read about one.
import { acceptCompletion, currentCompletions, startCompletion } from '@codemirror/autocomplete';
import { forEachDiagnostic } from '@codemirror/lint';
import { LSPPlugin } from '@codemirror/lsp-client';
import { EditorView } from '@codemirror/view';
// The snippet of docs/editors.md.
import { connect } from 'docs:codemirror.js';

const URI = 'file:///tracker.jsonc';
const GOOD = '{\r\n  /* 😀 */ "tracker_name": "system",\r\n  "obs_info": { "bucket_name": "obs-f1da" },\r\n  "tracker_type": "system"\r\n}\r\n';

const client = connect(new Worker('/worker.js', { type: 'module' }));
const view = new EditorView({ doc: GOOD, extensions: [client.plugin(URI, 'jsonc')], parent: document.body });

/** Waits until something is there. */
async function until(what, look) {
  for (let tries = 0; tries < 500; tries += 1) {
    const found = look();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`${what}: never`);
}

function diagnostics() {
  const found = [];
  forEachDiagnostic(view.state, ({ message }, from, to) => found.push([view.state.sliceDoc(from, to), message.split('\n')[0]]));
  return found;
}

const text = () => view.state.doc.toString();
const ask = (method, params) => {
  client.sync();
  return client.request(`textDocument/${method}`, { textDocument: { uri: URI }, ...params });
};

async function run() {
  const result = {};
  await client.initializing;
  const start = text().indexOf('tracker_name');
  view.dispatch({ changes: { from: start, to: start + 12, insert: 'tracker_nmae' } });
  client.sync();
  result.typo = await until('the diagnostic', () => diagnostics().length > 0 && diagnostics());

  const plugin = LSPPlugin.get(view);
  const position = plugin.toPosition(start + 3);
  const [fix] = await ask('codeAction', { range: { start: position, end: position }, context: { diagnostics: [], only: ['quickfix'] } });
  const changes = fix.edit.documentChanges[0].edits.map(({ range, newText }) => ({ from: plugin.fromPosition(range.start), to: plugin.fromPosition(range.end), insert: newText }));
  view.dispatch({ changes });
  client.sync();
  await until('the mended text', () => diagnostics().length === 0);
  result.mended = text();

  result.hover = (await ask('hover', { position })).contents.value;

  view.dispatch({ changes: { from: start - 1, to: start + 13, insert: '"is_l"' }, selection: { anchor: start + 4 } });
  view.focus();
  startCompletion(view);
  await until('the completion', () => currentCompletions(view.state).some(({ displayLabel }) => displayLabel === 'is_lts_enabled'));
  await until('the completed text', () => acceptCompletion(view));
  result.completed = text();
  return result;
}

run().then(
  (result) => (globalThis.result = result),
  (error) => (globalThis.result = { error: `${error}\n${error.stack}` }),
);
