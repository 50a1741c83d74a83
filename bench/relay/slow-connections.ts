// npm run bench:connections: what connections cost the relay in memory that send slowly, never come to an
// end, or wait for no answer. Fails when they cost more than they may.
import { setTimeout as sleep } from 'node:timers/promises';

import { makePGlite } from '../../test/relay/support/database.ts';
import { startHighLevel } from '../../test/relay/support/highlevel.ts';
import { RawClient } from '../../test/relay/support/raw-client.ts';
import { startRelayProcess, type RelayProcess } from '../../test/relay/support/relay-process.ts';
import { median } from '../figures.ts';
import { EVENT, eventRequest, PUBLIC_KEY } from './events.ts';
import { Connections } from './connections.ts';

const CONNECTIONS = 500;
/**
 * For those that are slow and carry no signature, for those that are as fast as they can be, and for those
 * that carry what could be one: docs/relay.md, "Memory", says what bounds these.
 */
const MOST_OF_SLOW = 60;
const MOST_OF_FAST = 250;
const MOST_OF_SIGNED = 250;
/** How long they stay, and how often the memory is looked at meanwhile. */
const SECONDS = 6;
const LOOKS = 24;
const MEGABYTE = 1e6;
const WARM_UP_EVENTS = 2000;
const WARM_UP_CONNECTIONS = 32;

/** A way to cost memory. */
interface Kind {
  name: string;
  /** What it may cost, in MB. */
  most: number;
  open: (client: RawClient) => void;
  /** What comes now and then, in so many parts. */
  more: (client: RawClient, part: number) => void;
}

const BODY = 1_000_000;
const SIGNATURE = Buffer.alloc(64, 1).toString('base64');
const piece = Buffer.alloc(Math.floor(BODY / LOOKS) - 1, 'x');

/** As many as a connection may have unanswered, each with as much of a head as is allowed. */
const PIPELINED =
  `GET /healthz HTTP/1.1\r\nhost: relay\r\nx-much: ${'x'.repeat(12_000)}\r\n\r\n`.repeat(15);

function withBody(client: RawClient, headers: Record<string, string> = {}): void {
  client.head('/webhooks/highlevel', { 'content-length': BODY, ...headers });
}

const KINDS: readonly Kind[] = [
  { name: 'say nothing', most: MOST_OF_SLOW, open: () => undefined, more: () => undefined },
  {
    name: 'send a head that never ends',
    most: MOST_OF_SLOW,
    open: (client) => {
      client.write('POST /webhooks/highlevel HTTP/1.1\r\nhost: relay\r\n');
    },
    more: (client, part) => {
      client.write(`x-slow-${part}: ${'x'.repeat(500)}\r\n`);
    },
  },
  {
    name: 'send a body without a signature',
    most: MOST_OF_SLOW,
    open: withBody,
    more: (client) => {
      client.write(piece);
    },
  },
  {
    name: 'send a body to an address that there is not',
    most: MOST_OF_SLOW,
    open: (client) => {
      client.head('/nothing', { 'content-length': BODY, 'content-type': 'application/json' });
    },
    more: (client) => {
      client.write(piece);
    },
  },
  {
    name: 'send requests without waiting for the answers',
    most: MOST_OF_FAST,
    open: () => undefined,
    more: (client) => {
      client.write(PIPELINED);
    },
  },
  {
    name: 'send a body with a made-up signature',
    most: MOST_OF_SIGNED,
    open: (client) => {
      withBody(client, { 'x-ghl-signature': SIGNATURE });
    },
    more: (client) => {
      client.write(piece);
    },
  },
];

/** The memory of the relay, in MB, at so many looks. */
async function looksAt(relay: RelayProcess, at: (look: number) => void): Promise<number[]> {
  const looks: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    at(look);
    await sleep((SECONDS * 1000) / LOOKS);
    looks.push((await relay.memory()) / MEGABYTE);
  }
  return looks;
}

/** What connections of a kind cost at their most, in MB more than none. */
async function costOf(relay: RelayProcess, kind: Kind): Promise<number> {
  const without = median(await looksAt(relay, () => undefined));
  const clients = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => RawClient.open(relay.url)),
  );
  for (const client of clients) kind.open(client);
  const looks = await looksAt(relay, (part) => {
    for (const client of clients) if (!client.isClosed) kind.more(client, part);
  });
  for (const client of clients) client.close();
  return Math.max(...looks) - without;
}

/** A relay that has not worked yet grows by itself. */
async function warmUp(relay: RelayProcess): Promise<void> {
  const connections = await Connections.open([relay.url], WARM_UP_CONNECTIONS);
  const events = Array.from({ length: WARM_UP_EVENTS }, (_, index) =>
    eventRequest(Buffer.from(JSON.stringify({ type: EVENT, webhookId: `warm-up-${index}` }))),
  );
  await Promise.all(events.map((event) => connections.post(event)));
  connections.close();
}

const database = await makePGlite();
const highLevel = await startHighLevel();
const relay = await startRelayProcess({
  ...database.environment,
  HIGHLEVEL_API_URL: highLevel.url,
  HIGHLEVEL_WEBHOOK_PUBLIC_KEY: PUBLIC_KEY,
});
try {
  await warmUp(relay);
  for (const kind of KINDS) {
    const cost = await costOf(relay, kind);
    const isTooMuch = cost >= kind.most;
    console.log(
      `${isTooMuch ? '✗' : '✓'} ${CONNECTIONS} connections that ${kind.name} cost ${cost.toFixed(1)} MB more than none (must be less than ${kind.most})`,
    );
    if (isTooMuch) process.exitCode = 1;
  }
} finally {
  await relay.stop();
  await highLevel.close();
  database.remove();
}
