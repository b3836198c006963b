// The server over the npm package goes on, whatever is sent to it: it answers with an error, or not at all.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

const NODE = join(import.meta.dirname, '../dist/node.js');
const frame = (body) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const message = (content) => frame(JSON.stringify({ jsonrpc: '2.0', ...content }));
const initialize = (id) => message({ id, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });

/** Starts a server, sends a text, and gives what it says until that has a part, or until a time in milliseconds is over. */
function say(text, wanted, time) {
  return new Promise((resolve) => {
    const server = spawn(process.execPath, [NODE, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    let said = '';
    const end = () => {
      clearTimeout(timer);
      const code = server.exitCode;
      server.kill();
      resolve({ said, code });
    };
    const timer = setTimeout(end, time);
    server.on('exit', end);
    server.stdin.on('error', () => {});
    server.stdout.on('data', (data) => {
      said += data;
      if (wanted !== undefined && said.includes(wanted)) end();
    });
    server.stdin.write(text);
  });
}

const STRANGE = {
  'a body that is no JSON': frame('{"id":'),
  'a number': frame('7'),
  nothing: frame('null'),
  'an empty list': frame('[]'),
  'an unknown notification': message({ method: 'x/y', params: {} }),
  'a document that is none': initialize(1) + message({ method: 'textDocument/didOpen', params: {} }),
  'settings that are none': initialize(1) + message({ method: 'workspace/didChangeConfiguration', params: null }),
};
for (const [name, text] of Object.entries(STRANGE)) {
  test(`after ${name} the server answers the next request`, async () => {
    const { said, code } = await say(text + initialize(77), '"id":77', 20_000);
    assert.equal(code, null);
    assert.match(said, /"id":77,"result"/);
  });
}

const WRONG = {
  'an unknown method': message({ id: 9, method: 'x/y', params: {} }),
  'a request before initialize': message({ id: 9, method: 'textDocument/hover', params: {} }),
  'initialize without what belongs to it': message({ id: 9, method: 'initialize', params: 7 }),
};
for (const [name, text] of Object.entries(WRONG)) {
  test(`${name} is answered with an error, and then the next request`, async () => {
    const { said, code } = await say(text + initialize(77), '"id":77', 20_000);
    assert.equal(code, null);
    assert.match(said, /"id":9,"error"/);
    assert.match(said, /"id":77,"result"/);
  });
}

const LENGTHS = ['Foo: 1\r\n\r\n', 'Content-Length: abc\r\n\r\n{}', 'Content-Length: -5\r\n\r\n{}', 'Content-Length: 3\r\n\r\n{"id":4}', 'hello\r\n\r\n'];
test('wrong headers and lengths end no server', async () => {
  const all = await Promise.all(LENGTHS.map((text) => say(text, undefined, 1_000)));
  assert.deepEqual(all.map(({ code }) => code), LENGTHS.map(() => null));
});
