// An editor, as far as the protocol goes, with a server as a process.
import { spawn } from 'node:child_process';

/** What an editor says that can do everything. */
export const CAPABILITIES = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  textDocument: {
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** Starts a server, and says `initialize`. */
export async function start(program, args, params = {}) {
  const server = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = [];
  const messages = [];
  let bytes = Buffer.alloc(0);
  server.stdout.on('data', (data) => {
    bytes = Buffer.concat([bytes, data]);
    for (;;) {
      const end = bytes.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(bytes.subarray(0, Math.max(end, 0)))?.[1]);
      if (end < 0 || bytes.length < end + 4 + length) return;
      messages.push(JSON.parse(bytes.subarray(end + 4, end + 4 + length)));
      bytes = bytes.subarray(end + 4 + length);
      waiting.splice(0).forEach((look) => look());
    }
  });
  server.on('exit', () => waiting.splice(0).forEach((look) => look()));

  /** The first message of a kind, now or later. */
  function wait(isWanted) {
    return new Promise((resolve, reject) => {
      const look = () => {
        const index = messages.findIndex(isWanted);
        if (index >= 0) return resolve(messages.splice(index, 1)[0]);
        if (server.exitCode !== null) return reject(new Error(`${program} ended with ${server.exitCode}`));
        waiting.push(look);
      };
      look();
    });
  }

  function send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    server.stdin.write(body);
  }

  let last = 0;
  const client = {
    notify: (method, params) => send({ method, params }),
    async request(method, params) {
      const id = (last += 1);
      send({ id, method, params });
      const { result, error } = await wait((message) => message.id === id && message.method === undefined);
      if (error) throw new Error(`${method}: ${error.message}`);
      return result;
    },
    /** The next diagnostics of a document. */
    async diagnostics(uri) {
      const told = await wait(({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uri);
      return told.params.diagnostics;
    },
    open(uri, text, languageId = 'json') {
      client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
      return client.diagnostics(uri);
    },
    async stop() {
      await client.request('shutdown');
      client.notify('exit');
      return new Promise((resolve) => (server.exitCode === null ? server.on('exit', resolve) : resolve(server.exitCode)));
    },
  };
  await client.request('initialize', { processId: null, rootUri: null, capabilities: CAPABILITIES, ...params });
  client.notify('initialized', {});
  return client;
}
