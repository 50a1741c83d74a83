import { toText } from '../../resources/values.ts';
import { PackagedApp } from '../../test/support/packaged-app.ts';
import { SandboxClient } from '../../test/support/sandbox-client.ts';
import { startSandbox } from '../../test/support/servers.ts';
import { kilobytes, type Curve, type Fact } from '../figures.ts';
import { pollAllPages, pollConversationByConversation, type Ask } from './peers.ts';

/** Requests and bytes of one poll, by the size of the account. */
interface Poll {
  name: string;
  run: (account: Account) => Promise<Cost>;
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

const OURS = 'this connector, one channel';

const POLLS: Poll[] = [
  { name: OURS, run: (account) => ours(account, { channel: 'sms' }) },
  { name: 'this connector, all channels', run: (account) => ours(account, {}) },
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
  const costs = new Map<string, { size: number; cost: Cost }[]>(
    POLLS.map(({ name }) => [name, []]),
  );
  for (const size of sizes) {
    await withAccount(size, async (account) => {
      for (const { name, run } of POLLS) {
        costs.get(name)?.push({ size, cost: await run(account) });
      }
    });
  }
  return { facts: [...costs].map(([name, list]) => factOf(name, list)), curve: curveOf(costs) };
}

function factOf(name: string, list: { size: number; cost: Cost }[]): Fact {
  const isOurs = name.startsWith('this connector');
  const most = name === OURS ? 1 : 2;
  return {
    part: 'connector',
    measure: `requests and bytes of a poll with ${list.map(({ size }) => size.toLocaleString('en')).join(', ')} conversations: ${name}`,
    value: list.map(({ cost }) => `${cost.requests} (${kilobytes(cost.bytes)})`).join(', '),
    ...(isOurs && {
      target: most === 1 ? '1 each' : '2 each',
      holds: list.every(({ cost }) => cost.requests === most),
    }),
  };
}

function curveOf(costs: Map<string, { size: number; cost: Cost }[]>): Curve {
  return {
    name: 'requests-per-poll',
    title: 'HTTP requests of one poll',
    x: 'conversations in the account',
    y: 'requests',
    logarithmic: true,
    series: [...costs].map(([name, list]) => ({
      name,
      points: list.map(({ size, cost }): [number, number] => [size, cost.requests]),
    })),
  };
}

async function withAccount(size: number, run: (account: Account) => Promise<void>) {
  const server = await startSandbox();
  const sandbox = new SandboxClient(server.url);
  const info = await sandbox.info();
  const app = await PackagedApp.open({
    env: {
      CLIENT_ID: toText(info['clientId']) ?? '',
      CLIENT_SECRET: toText(info['clientSecret']) ?? '',
      HIGHLEVEL_API_URL: server.url,
    },
  });
  try {
    const tokens = await sandbox.post('/tokens');
    await sandbox.post('/limits', { max: 1_000_000, daily: 10_000_000 });
    await sandbox.post('/bulk', { kind: 'conversations', count: size });
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
async function ours({ app, sandbox, url, token, locationId }: Account, inputData: object) {
  await sandbox.delete('/requests');
  await app.execute({
    method: 'triggers.new_message.operation.perform',
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
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
    cost.requests += 1;
    cost.bytes += text.length;
    const data: unknown = JSON.parse(text);
    return data;
  };
  return { ask, cost: () => ({ ...cost }) };
}
