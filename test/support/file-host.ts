import { createServer } from 'node:http';

import { closeServer, listen } from '../../local/index.ts';

/** What a host of files was asked for. */
export interface FileRequest {
  path: string;
  authorization: string | undefined;
}

/** A host of files, as other apps have one. */
export interface FileHost {
  /** What it was asked for, oldest first. */
  readonly requests: FileRequest[];
  /** The address of a file of so many bytes, which is answered with this status. */
  address(name: string, contentType: string, bytes: number, status?: number): string;
  close(): Promise<void>;
}

/** Starts a host of files on a free port of the loopback address. */
export async function startFileHost(): Promise<FileHost> {
  const files = new Map<string, { contentType: string; bytes: number; status: number }>();
  const requests: FileRequest[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, authorization: request.headers.authorization });
    const { contentType, bytes, status } = files.get(path) ?? {
      contentType: 'text/plain',
      bytes: 0,
      status: 404,
    };
    response
      .writeHead(status, { 'content-type': contentType, 'content-length': bytes })
      .end(Buffer.alloc(bytes, 'x'));
  });
  const origin = await listen(server);
  return {
    requests,
    address: (name, contentType, bytes, status = 200) => {
      files.set(`/${name}`, { contentType, bytes, status });
      return `${origin}/${name}`;
    },
    close: () => closeServer(server),
  };
}
