import { PackagedApp, SandboxClient, startSandbox } from '../../local/index.ts';
import { toText } from '../../resources/values.ts';
import { kilobytes, type Curve, type Fact } from '../figures.ts';
import { pollAllPages, pollConversationByConversation, type Ask } from './peers.ts';

/** Requests and bytes of one poll, by the size of the account. */
interface Poll {
  name: string;
  run: (account: Account) => Promise<Cost>;
  /** The most requests that it may make, where there is such a number, with words for it. */
  most?: { requests: number; words: string };
}

interface Cost {
  requests: number;
  bytes: number;
}

interface Account {
  app: PackagedApp;
  url: string;
  locationId: string;
  token: string;
  sandbox: SandboxClient;
}

/** More calls than a poll looks at. */
const CALLS = 30;

const POLLS: Poll[] = [
  {
    name: 'this connector, one channel',
    run: (account) => ours(account, 'new_message', { channel: 'sms' }),
    most: { requests: 1, words: '1 each' },
  },
  {
    name: 'this connector, all channels',
    run: (account) => ours(account, 'new_message', {}),
    most: { requests: 2, words: '2 each' },
  },
  {
    name: `this connector, transcriptions of ${CALLS} new calls`,
    run: (account) => ours(account, 'transcription_ready', {}),
    most: { requests: 11, words: '1, and at most 10 that look for texts' },
  },
  {
    name: 'a request for each conversation',
    run: (account) => peers(account, pollConversationByConversation),
  },
  { name: 'all pages each time', run: (account) => peers(account, pollAllPages) },
];

/**
 * What a poll costs in accounts of several sizes, beside what the peers do.
 *
 * @param sizes conversations in the account
 */
export async function measureRequests(
  sizes: readonly number[],
): Promise<{ facts: Fact[]; curve: Curve }> {
  const costs = new Map<Poll, { size: number; cost: Cost }[]>(POLLS.map((poll) => [poll, []]));
  for (const size of sizes) {
    await withAccount(size, async (account) => {
      for (const poll of POLLS) costs.get(poll)?.push({ size, cost: await poll.run(account) });
    });
  }
  return { facts: [...costs].map(([poll, list]) => factOf(poll, list)), curve: curveOf(costs) };
}

function factOf({ name, most }: Poll, list: { size: number; cost: Cost }[]): Fact {
  return {
    part: 'connector',
    measure: `requests and bytes of a poll with ${list.map(({ size }) => size.toLocaleString('en')).join(', ')} conversations: ${name}`,
    value: list.map(({ cost }) => `${cost.requests} (${kilobytes(cost.bytes)})`).join(', '),
    ...(most && {
      target: most.words,
      holds: list.every(({ cost }) => cost.requests === most.requests),
    }),
  };
}

function curveOf(costs: Map<Poll, { size: number; cost: Cost }[]>): Curve {
  return {
    name: 'requests-per-poll',
    title: 'HTTP requests of one poll',
    x: 'conversations in the account',
    y: 'requests',
    logarithmic: true,
    series: [...costs].map(([{ name }, list]) => ({
      name,
      points: list.map(({ size, cost }): [number, number] => [size, cost.requests]),
    })),
  };
}

/** As an account grows: written to now and then, and not all at once. */
const YEAR_MS = 365 * 86_400_000;

async function withAccount(size: number, run: (account: Account) => Promise<void>) {
  const server = await startSandbox();
  const sandbox = new SandboxClient(server.url);
  const app = await PackagedApp.open({ env: await sandbox.connectorSettings() });
  try {
    const tokens = await sandbox.post('/tokens');
    await sandbox.post('/limits', { max: 1_000_000, daily: 10_000_000 });
    await sandbox.post('/bulk', { kind: 'conversations', count: size, withinMs: YEAR_MS });
    await sandbox.post('/bulk', { kind: 'messages', count: CALLS, channel: 'Call' });
    await run({
      app,
      sandbox,
      url: server.url,
      token: toText(tokens['access_token']) ?? '',
      locationId: toText(tokens['locationId']) ?? '',
    });
  } finally {
    await app.close();
    await server.close();
  }
}

/** The package asks the sandbox, which says how often; the bytes are of the same requests again. */
async function ours(
  { app, sandbox, url, token, locationId }: Account,
  trigger: string,
  inputData: object,
): Promise<Cost> {
  await sandbox.delete('/requests');
  await app.execute({
    method: `triggers.${trigger}.operation.perform`,
    bundle: { authData: { access_token: token, locationId }, inputData: { ...inputData } },
  });
  const requests = await sandbox.list('/requests');
  const { ask, cost } = counter(url, token);
  for (const { path, query } of requests) {
    await ask(`${String(path)}?${new URLSearchParams(textsOf(query)).toString()}`);
  }
  return { requests: requests.length, bytes: cost().bytes };
}

function textsOf(query: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query ?? {}).map(([key, value]) => [key, String(value)]),
  );
}

async function peers(
  { url, token, locationId }: Account,
  poll: (ask: Ask, locationId: string) => Promise<void>,
): Promise<Cost> {
  const { ask, cost } = counter(url, token);
  await poll(ask, locationId);
  return cost();
}

function counter(url: string, token: string): { ask: Ask; cost: () => Cost } {
  const cost = { requests: 0, bytes: 0 };
  const ask = async (path: string) => {
    const response = await fetch(url + path, {
      headers: { authorization: `Bearer ${token}`, version: '2021-04-15' },
    });
    const text = await response.text();
    // A call without a transcription is answered with 404: that is an answer.
    if (!response.ok && response.status !== 404) {
      throw new Error(`${path} answered ${response.status}: ${text}`);
    }
    cost.requests += 1;
    cost.bytes += Buffer.byteLength(text);
    const data: unknown = JSON.parse(text);
    return data;
  };
  return { ask, cost: () => ({ ...cost }) };
}
