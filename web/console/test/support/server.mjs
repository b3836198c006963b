// Serves a folder below a path, as a static host does, with the headers that web/README.md recommends.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Starts a server for `folder` at `base`, such as `/a/b/`; `requests` holds the paths that were asked for. */
export async function serve(folder, { base = '/', headers = {} } = {}) {
  const requests = [];
  const replacements = new Map();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    requests.push(path);
    const inside = path.startsWith(base) ? normalize(path.slice(base.length)) : '..';
    const name = inside === '.' || inside.endsWith('/') ? join(inside, 'index.html') : inside;
    try {
      if (name.startsWith('..')) throw new Error('outside');
      const file = await readFile(join(folder, name));
      const content = replacements.get(name)?.(file.toString()) ?? file;
      response.writeHead(200, {
        'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
        'content-encoding': 'gzip',
        ...headers,
      });
      response.end(gzipSync(content));
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    url: `http://localhost:${server.address().port}${base}`,
    requests,
    /** Serves a file as another one from now on. */
    replace: (name, change) => replacements.set(name, change),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}
