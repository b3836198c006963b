// The server as a process: `node dist/node.js --stdio`.
import { createConnection } from 'vscode-languageserver/node';
import { serve } from './server.ts';

serve(createConnection(process.stdin, process.stdout));
