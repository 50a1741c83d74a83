import { type Identity, ZapierRpc } from '../../local/index.ts';
import { createRequire } from 'node:module';

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

/** `z.cache` and `z.cursor`, as zapier-platform-core makes them for a step. */
interface Tools {
  cache: {
    get(key: string, scope?: string[]): Promise<unknown>;
    set(
      key: string,
      value: unknown,
      ttl?: number,
      scope?: string[],
      nx?: boolean,
    ): Promise<boolean | null>;
    delete(key: string, scope?: string[]): Promise<boolean>;
  };
  cursor: { get(): Promise<string | null>; set(value: string): Promise<null> };
}

const ANNA = { user: 'anna', auth: 'studio' };
const BEN = { user: 'ben', auth: 'studio' };

let now = 0;
let rpc: ZapierRpc;

beforeAll(async () => {
  rpc = await ZapierRpc.start({ now: () => now });
});

afterEach(() => {
  rpc.reset();
});

afterAll(async () => {
  await rpc.close();
});

function toolsFor(identity: Identity, storeKey = 'zap-1'): Tools {
  const load = createRequire(import.meta.url);
  const source = 'zapier-platform-core/src/tools';
  // The package's own sources come without types: each of these files exports one function.
  const make = (file: string) => load(`${source}/${file}`) as (input: unknown) => unknown;
  const event = { rpc_base: rpc.rpcUrl, token: rpc.tokenFor(identity), storeKey };
  const input = { _zapier: { rpc: make('create-rpc-client')(event) } };
  const tools = {
    cache: make('create-cache')(input),
    cursor: make('create-storekey-tool')(input),
  };
  // These are the functions that the two files return.
  return tools as Tools;
}

describe("the stand-in for Zapier's cache", () => {
  test('keeps a value until its time to live is over', async () => {
    const { cache } = toolsFor(ANNA);
    expect(await cache.set('key', { a: 1 }, 10)).toBe(true);
    now += 9_999;
    expect(await cache.get('key')).toEqual({ a: 1 });
    now += 1;
    expect(await cache.get('key')).toBeNull();
  });

  test('sets a value that must be new only once, and again after it expired or was deleted', async () => {
    const { cache } = toolsFor(ANNA);
    expect(await cache.set('claim', 1, 60, ['auth'], true)).toBe(true);
    expect(await cache.set('claim', 2, 60, ['auth'], true)).toBeNull();
    expect(await cache.get('claim', ['auth'])).toBe(1);
    now += 60_000;
    expect(await cache.set('claim', 3, 60, ['auth'], true)).toBe(true);
    expect(await cache.delete('claim', ['auth'])).toBe(true);
    expect(await cache.delete('claim', ['auth'])).toBe(false);
    expect(await cache.set('claim', 4, 60, ['auth'], true)).toBe(true);
  });

  test('gives only one of many simultaneous callers a value that must be new', async () => {
    const { cache } = toolsFor(ANNA);
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, index) => cache.set('claim', index, 60, ['auth'], true)),
    );
    expect(claims.filter((claim) => claim === true)).toHaveLength(1);
  });

  test('keeps values apart by user and by connected account where asked to', async () => {
    await toolsFor(ANNA).cache.set('shared', 1);
    await toolsFor(ANNA).cache.set('own', 1, 60, ['user']);
    await toolsFor(ANNA).cache.set('account', 1, 60, ['auth']);
    const { cache } = toolsFor(BEN);
    expect(await cache.get('shared')).toBe(1);
    expect(await cache.get('own', ['user'])).toBeNull();
    expect(await cache.get('account', ['auth'])).toBe(1);
    expect(
      await toolsFor({ user: 'ben', auth: 'other' }).cache.get('account', ['auth']),
    ).toBeNull();
  });

  test('fails as often as planned', async () => {
    const { cache } = toolsFor(ANNA);
    rpc.fail('zcache_set');
    await expect(cache.set('key', 1)).rejects.toThrow('RPC request failed after 3 attempts');
    expect(await cache.set('key', 1)).toBe(true);
  });
});

describe("the stand-in for Zapier's cursor", () => {
  test('keeps one cursor a Zap, for an hour', async () => {
    const { cursor } = toolsFor(ANNA);
    expect(await cursor.get()).toBeNull();
    await cursor.set('page-2');
    expect(await cursor.get()).toBe('page-2');
    expect(await toolsFor(ANNA, 'zap-2').cursor.get()).toBeNull();
    now += 3_600_000;
    expect(await cursor.get()).toBeNull();
  });
});

test('a token that was not given out is refused', async () => {
  const answer = await fetch(rpc.rpcUrl, {
    method: 'POST',
    headers: { 'x-token': 'guessed' },
    body: JSON.stringify({ id: 1, method: 'zcache_get', params: ['key'] }),
  });
  expect(answer.status).toBe(403);
});
