import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { FastifyInstance } from 'fastify';

import { Problem } from './problem.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface PageFile {
  type: string;
  /** Compressed once: the files are few and small. */
  gzipped: Buffer;
}

/**
 * Serves the built page: its files by name, and index.html for every place in it, so that a deep link
 * and a reload find the page.
 *
 * @param folder what Vite built
 */
export function pageFiles(app: FastifyInstance, folder: string): void {
  const files = readFiles(folder);
  app.get('/*', (request, reply) => {
    const [path = ''] = request.url.split('?');
    const isAsset = path.startsWith('/assets/');
    const file = files.get(isAsset ? path : '/index.html');
    if (!file || path.startsWith('/api/')) {
      throw new Problem(404, 'not_found', 'There is nothing at this URL.');
    }
    // Vite puts a hash of the content into an asset's name.
    if (isAsset) reply.header('cache-control', 'private, max-age=31536000, immutable');
    return reply.type(file.type).header('content-encoding', 'gzip').send(file.gzipped);
  });
}

function readFiles(folder: string): Map<string, PageFile> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    paths.map((path) => [
      path.slice(folder.length).replaceAll('\\', '/'),
      {
        type: TYPES[extname(path)] ?? 'application/octet-stream',
        gzipped: gzipSync(readFileSync(path)),
      },
    ]),
  );
}
