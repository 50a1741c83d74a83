import { beforeAll, describe, expect, test } from '@jest/globals';

import { NO_LIMIT, type SandboxClient } from '../../local/index.ts';
import { toText, type RawRecord } from '../../resources/values.ts';
import { compareWithSandbox } from '../../scripts/live/compare.ts';
import { isRead, ReadOnlyGateway } from '../../scripts/live/gateway.ts';
import type { LiveReport } from '../../scripts/live/report.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

/** In the place of a real account: a sandbox, one of whose answers was changed. */
let sandbox: SandboxClient;
let token: string;
let locationId: string;
let report: LiveReport;
let requests: RawRecord[];

const SECRET = 'Vera Private';

beforeAll(async () => {
  ({ sandbox } = await sharedZapier());
  locationId = (await sandbox.info()).subAccounts[0]?.id ?? '';
  const issued = await sandbox.post('/tokens', { locationId, private: true });
  token = toText(issued['token']) ?? '';
  await sandbox.post('/limits', NO_LIMIT);
  await sandbox.post('/faults', {
    path: `/locations/${locationId}/tags`,
    times: 1000,
    status: 200,
    body: {
      tags: [{ id: 7, name: SECRET, locationId, addedBy: SECRET, 'vera@example.com': SECRET }],
    },
  });
  await sandbox.delete('/requests');
  report = await compareWithSandbox({ url: sandbox.url, token, locationId });
  requests = await sandbox.list('/requests');
});

describe('Reading a live account', () => {
  test('writes down what is planted, by key and kind, and nothing else', () => {
    expect(report.isAsExpected).toBe(false);
    const lines = report.text.split('\n').filter((line) => line.startsWith('- `'));
    expect(lines).toEqual([
      '- `tags[].id` is number, and not text',
      '- `tags[].addedBy` is not expected: text',
      '- `tags[].{key}` is not expected: text',
      '- `traceId` is missing',
    ]);
    expect(report.text).toContain('## `GET /locations/{id}/tags`');
  });

  test('quotes no value, no token and no ID of the account', async () => {
    const people = await sandbox.list(`/state/contacts?locationId=${locationId}`);
    const values = people.flatMap(({ id, email, phone, lastName }) => [id, email, phone, lastName]);
    const secrets = [
      SECRET,
      'vera@',
      token,
      locationId,
      ...values.flatMap((one) => toText(one) ?? []),
    ];
    expect(secrets.filter((secret) => report.text.includes(secret))).toEqual([]);
  });

  test('asks for every area and changes nothing', () => {
    const asked = requests.map(({ method, path }) => ({
      method: String(method),
      path: String(path),
    }));
    expect(asked.filter(({ method, path }) => !isRead(method, path))).toEqual([]);
    const areas = new Set(asked.map(({ path }) => path.split('/')[1]));
    expect([...areas]).toEqual(
      expect.arrayContaining([
        'contacts',
        'conversations',
        'opportunities',
        'calendars',
        'forms',
        'surveys',
        'users',
        'workflows',
        'campaigns',
        'locations',
        'phone-system',
      ]),
    );
  });
});

test.each([
  ['POST', '/contacts/'],
  ['PUT', '/contacts/one'],
  ['PATCH', '/contacts/one'],
  ['DELETE', '/contacts/search'],
  ['POST', '/conversations/messages'],
])('%s %s does not get through', async (method, path) => {
  const gateway = await ReadOnlyGateway.start(sandbox.url);
  await sandbox.delete('/requests');
  const { status } = await fetch(gateway.url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, version: '2021-07-28' },
  });
  await gateway.close();
  expect(status).toBe(405);
  expect(gateway.refused).toHaveLength(1);
  expect(await sandbox.list('/requests')).toEqual([]);
});
