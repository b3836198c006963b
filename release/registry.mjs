// A registry of npm for the tarballs in a folder, and for what another registry has: node registry.mjs DIR REGISTRY.
// Prints its address, and runs until its standard input ends.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const [folder, registry] = process.argv.slice(2);

/** The manifest in a tarball: the first file of that name. */
function manifest(tarball) {
  const tar = gunzipSync(tarball);
  for (let at = 0; at < tar.length; ) {
    const name = tar.toString('latin1', at, at + 100).replace(/\0.*/s, '');
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
    if (name === 'package/package.json') return JSON.parse(tar.toString('utf8', at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error('a tarball without a manifest');
}

const packages = new Map();
for (const file of readdirSync(folder).filter((file) => file.endsWith('.tgz'))) {
  const tarball = readFileSync(join(folder, file));
  const found = manifest(tarball);
  packages.set(found.name, { file, found, integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}` });
}

const server = createServer(async (request, response) => {
  const path = decodeURIComponent(request.url.slice(1));
  const host = `http://${request.headers.host}`;
  if (path.endsWith('.tgz') && [...packages.values()].some(({ file }) => file === path)) {
    return response.end(readFileSync(join(folder, path)));
  }
  const known = packages.get(path);
  if (known) {
    const { file, found, integrity } = known;
    const version = { ...found, dist: { tarball: `${host}/${file}`, integrity } };
    return response.end(JSON.stringify({ name: path, 'dist-tags': { latest: found.version }, versions: { [found.version]: version } }));
  }
  if (path.startsWith('@ctslint/')) return response.writeHead(404).end();
  // What is not ours comes from where it would come without this.
  response.writeHead(302, { location: new URL(request.url.slice(1), registry.replace(/\/?$/, '/')).href }).end();
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
process.stdin.resume().on('end', () => process.exit());
