import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';

import { closeServer, listen } from './highlevel.ts';

/** A delivery as a target received it. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** Its place among all deliveries to this server. */
  order: number;
}

/** How a path of the target answers; the default is 200. */
export type Behaviour = (response: ServerResponse, received: Received) => void;

/** A server that stands for Zapier's hooks: every path is one hook. */
export interface TargetServer {
  url: string;
  /** Everything received, in order. */
  received: Received[];
  /** What one path received, in order. */
  at: (path: string) => Received[];
  /** Sets how a path answers from now on. */
  behave: (path: string, behaviour: Behaviour) => void;
  close: () => Promise<void>;
}

/** Starts one. */
export async function startTarget(): Promise<TargetServer> {
  const received: Received[] = [];
  const byPath = new Map<string, Received[]>();
  const behaviours = new Map<string, Behaviour>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
    });
    request.on('end', () => {
      const path = request.url ?? '';
      const one: Received = {
        path,
        headers: request.headers,
        body: Buffer.concat(chunks),
        order: received.length,
      };
      received.push(one);
      const list = byPath.get(path);
      if (list) list.push(one);
      else byPath.set(path, [one]);
      const behaviour = behaviours.get(path);
      if (behaviour) behaviour(response, one);
      else response.end('{"status":"success"}');
    });
  });
  const url = await listen(server);
  return {
    url,
    received,
    at: (path) => byPath.get(path) ?? [],
    behave: (path, behaviour) => {
      behaviours.set(path, behaviour);
    },
    close: () => closeServer(server),
  };
}

/** Answers with a status. */
export function answering(status: number, headers: Record<string, string> = {}): Behaviour {
  return (response) => {
    response.writeHead(status, headers);
    response.end();
  };
}
