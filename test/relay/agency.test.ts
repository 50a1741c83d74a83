import { afterAll, beforeAll, expect, test } from '@jest/globals';

import {
  HookCatcher,
  startRelay,
  startSandbox,
  SandboxClient,
  type RunningServer,
} from '../../local/index.ts';
import { toRecord, toText } from '../../resources/values.ts';
import { subscribe } from './support/harness.ts';

let server: RunningServer;
let sandbox: SandboxClient;
let hooks: HookCatcher;
let relay: RunningServer;
beforeAll(async () => {
  [server, hooks] = await Promise.all([startSandbox(), HookCatcher.start()]);
  sandbox = new SandboxClient(server.url);
  relay = await startRelay({ sandbox, hooks });
});
afterAll(async () => {
  await relay.close();
  await Promise.all([hooks.close(), server.close()]);
});

/** Has HighLevel tell of something in a sub-account, and waits until the relay has it. */
async function tell(type: string, locationId: string): Promise<void> {
  const payload = type === 'ContactCreate' ? { locationId, id: `contact-of-${locationId}` } : {};
  await sandbox.post('/events', { type, locationId, payload });
  await sandbox.list('/deliveries');
}

test('one subscription for all sub-accounts of an agency, with the local HighLevel', async () => {
  const { subAccounts } = await sandbox.info();
  const [first = '', second = ''] = subAccounts.map(({ id }) => id);
  const agency = await sandbox.post('/tokens', { company: true, locationIds: [first] });
  const target = hooks.newTarget();
  const answer = await subscribe(
    relay,
    { event: 'ContactCreate', companyId: agency['companyId'], targetUrl: target.url },
    toText(agency['access_token']) ?? '',
  );
  expect(answer).toMatchObject({ status: 201, json: { id: expect.any(String) } });
  const next = async (): Promise<unknown> =>
    toRecord((await target.next()).cleanedRequest)['locationId'];

  await tell('ContactCreate', second);
  await tell('ContactCreate', first);
  expect(await next()).toBe(first);
  await tell('INSTALL', second);
  await tell('ContactCreate', second);
  expect(await next()).toBe(second);
  await tell('UNINSTALL', second);
  await tell('ContactCreate', second);
  await tell('ContactCreate', first);
  expect(await next()).toBe(first);
  expect(target.waiting).toBe(0);
});
