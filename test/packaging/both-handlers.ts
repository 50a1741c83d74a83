import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { closeServer, listen } from '../../local/index.ts';
import { isRecord, type RawRecord } from '../../resources/values.ts';
import type { Handed, Outcomes } from './container-of-both.ts';

const CONTAINER = fileURLToPath(new URL('container-of-both.ts', import.meta.url));

/** An unpacked app behind its own handler, and behind the one that core makes of the whole app. */
export interface BothHandlers {
  /** Hands an event to each. The connection and HighLevel's URL are filled in. */
  handle(event: RawRecord): Promise<Outcomes>;
  /** The same, with what core freezes for ours once it has handled such an event before. */
  count(event: RawRecord): Promise<Outcomes>;
  close(): Promise<void>;
}

/** @param url of a server from `startServer` */
export function startBothHandlers(folder: string, url: string): BothHandlers {
  const child = fork(CONTAINER, {
    cwd: folder,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // Core keeps overrides of an app in the system's temporary folder.
    env: { PATH: process.env['PATH'], TZ: 'UTC', TMPDIR: folder, LOGGING_ENDPOINT: `${url}/logs` },
    silent: true,
  });
  const errors: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk));
  child.stdout?.resume();
  const ended = once(child, 'exit');
  const hand = async ({ bundle, ...event }: RawRecord, isCounted: boolean): Promise<Outcomes> => {
    const answered = once(child, 'message');
    const handed: Handed = {
      event: {
        ...event,
        bundle: { authData: AUTH_DATA, inputData: {}, meta: META, ...(isRecord(bundle) && bundle) },
        environment: { CLIENT_ID: 'client-1', CLIENT_SECRET: 'secret-1', HIGHLEVEL_API_URL: url },
        zcacheTestObj: {},
        cursorTestObj: {},
        rpc_base: `${url}/rpc`,
        token: 'token-of-the-run',
      },
      isCounted,
    };
    child.send(handed);
    const [outcomes] = await Promise.race([answered, ended.then(() => [])]);
    if (outcomes === undefined) throw new Error(Buffer.concat(errors).toString());
    // The container sends nothing else.
    return outcomes as Outcomes;
  };
  return {
    handle: (event) => hand(event, false),
    count: (event) => hand(event, true),
    async close() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

const AUTH_DATA = { access_token: 'token-1', locationId: 'location-1', scope: '' };

const META = { isLoadingSample: false, limit: -1, page: 0, timezone: 'UTC' };

/**
 * HighLevel and Zapier's RPC in one server.
 *
 * @param answers of HighLevel, by path; any other path is answered with a record
 * @param override of the app's definition, for an event that gives only its hash
 */
export async function startServer(answers: RawRecord, override: RawRecord) {
  const server = createServer((request, response) => {
    void readText(request).then((body) => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      const call: unknown = path === '/rpc' ? JSON.parse(body) : undefined;
      const answer = isRecord(call)
        ? { id: call['id'], result: override }
        : (answers[path] ?? { id: 'record-1' });
      // Two answers to the same request are the same, at whatever time.
      response.sendDate = false;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  return { url: await listen(server), close: () => closeServer(server) };
}
