import { describe, expect, test } from '@jest/globals';

import { contactId, HARBOUR, NORTHSIDE_ID, text, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();
const search = `/conversations/search?locationId=${HARBOUR}`;

describe('401', () => {
  test.each([
    ['no token', { token: '' }, 'Invalid JWT'],
    ['a token that is none', { token: 'abc' }, 'Invalid JWT'],
    ['no version', { version: null }, 'version header was not found.'],
    ['an unknown version', { version: '2020-01-01' }, 'version header is invalid'],
  ])('%s', async (_, call, message) => {
    expect(await sandbox.call(search, call)).toMatchObject({
      status: 401,
      body: { statusCode: 401, message },
    });
  });

  test('a missing scope, before the location is looked at', async () => {
    const token = await sandbox.issue({ withoutScopes: ['conversations.readonly'] });
    for (const locationId of [HARBOUR, NORTHSIDE_ID]) {
      const answer = await sandbox.call(`/conversations/search?locationId=${locationId}`, {
        token,
      });
      expect(answer).toMatchObject({
        status: 401,
        body: { message: 'The token is not authorized for this scope.' },
      });
    }
  });

  test('every published version is accepted', async () => {
    for (const version of ['2021-04-15', '2021-07-28', '2023-02-21', 'v3']) {
      expect((await sandbox.call(search, { version })).status).toBe(200);
    }
  });

  test('emails need no version', async () => {
    const email = await firstEmail();
    const answer = await sandbox.call(`/conversations/messages/email/${email}`, { version: null });
    expect(answer.status).toBe(200);
  });
});

async function firstEmail(): Promise<string> {
  return text(await sandbox.control('/state/emails'), 0, 'id');
}

describe('403', () => {
  test.each([
    ['in the query', `/conversations/search?locationId=${NORTHSIDE_ID}`],
    ['in the path', `/locations/${NORTHSIDE_ID}`],
    ['of a v3-less list', `/users/?locationId=${NORTHSIDE_ID}`],
    ['before a query is validated', `/conversations/search?locationId=${NORTHSIDE_ID}&limit=x`],
    ['that is not named in a query', '/contacts/'],
    ['that no search names', '/conversations/search?limit=x'],
    ['that no list names', '/workflows/'],
  ])('another location %s', async (_, path) => {
    expect(await sandbox.call(path)).toMatchObject({
      status: 403,
      body: { message: 'The token does not have access to this location.' },
    });
  });

  test('a record of another location', async () => {
    const other = text(
      await sandbox.control(`/state/conversations?locationId=${NORTHSIDE_ID}`),
      0,
      'id',
    );
    expect((await sandbox.call(`/conversations/${other}`)).status).toBe(403);
  });
});

describe('404 and 400 for what does not exist', () => {
  test.each([
    ['/conversations/nope', 404],
    ['/conversations/messages/nope', 404],
    ['/conversations/messages/email/nope', 404],
    ['/conversations/nope/messages', 404],
    ['/contacts/nope', 400],
    ['/users/nope', 400],
    ['/nowhere', 404],
  ])('%s', async (path, status) => {
    const answer = await sandbox.call(path);
    expect(answer.status).toBe(status);
    expect(text(answer.body, 'traceId')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a path that only v3 has, and one that v3 lacks', async () => {
    const email = await firstEmail();
    const path = `/conversations/messages/email/${email}/status`;
    const call = { method: 'PUT', body: { status: 'delivered' } };
    expect((await sandbox.call(path, { ...call, version: '2021-04-15' })).status).toBe(404);
    expect((await sandbox.call(path, { ...call, version: 'v3' })).status).toBe(403);
    const users = await sandbox.call(`/users/?locationId=${HARBOUR}`, { version: 'v3' });
    expect(users.status).toBe(404);
  });
});

describe('422', () => {
  const refused = (problems: string[]) => ({
    status: 422,
    body: { statusCode: 422, message: problems, error: 'Unprocessable Entity' },
  });

  test('unknown keys, wrong types and missing keys together', async () => {
    const answer = await sandbox.call('/conversations/messages', {
      body: { contactId: 7, message: true, emailCc: 'a@example.com', surprise: 1 },
    });
    expect(answer).toMatchObject(
      refused([
        'property surprise should not exist',
        'type should not be empty',
        'type must be a valid enum value',
        'contactId must be a string',
        'emailCc must be an array',
        'message must be a string',
      ]),
    );
  });

  test.each([
    [
      'inside an object',
      { forward: { isForwarded: 'yes', more: 1 } },
      ['forward.property more should not exist', 'forward.isForwarded must be a boolean value'],
    ],
    [
      'inside a list',
      { attachments: ['https://a.example.com', 5] },
      ['each value in attachments must be a string'],
    ],
    ['a type in the wrong case', { type: 'sms' }, ['type must be a valid enum value']],
  ])('%s', async (_, part, problems) => {
    const body = { type: 'SMS', contactId: contactId(0), message: 'x', ...part };
    expect(await sandbox.call('/conversations/messages', { body })).toMatchObject(
      refused(problems),
    );
  });

  test('query values', async () => {
    expect(await sandbox.call(`${search}&limit=many&colour=red`)).toMatchObject(
      refused([
        'property colour should not exist',
        'limit must be a number conforming to the specified constraints',
      ]),
    );
    expect(await sandbox.call(`${search}&limit=101`)).toMatchObject(
      refused(['limit must not be greater than 100']),
    );
    expect(
      await sandbox.call(`/conversations/messages/export?locationId=${HARBOUR}&limit=9`),
    ).toMatchObject(refused(['limit must not be less than 10']));
  });

  test('a page limit for contacts', async () => {
    const answer = await sandbox.call('/contacts/search', { body: { locationId: HARBOUR } });
    expect(answer.status).toBe(422);
    const nowhere = await sandbox.call('/contacts/search', { body: { pageLimit: 1 } });
    expect(nowhere.status).toBe(422);
  });

  test('null counts as absent, broken JSON is 400', async () => {
    const body = { type: 'SMS', contactId: contactId(0), message: 'x', subject: null };
    expect((await sandbox.call('/conversations/messages', { body })).status).toBe(200);
    expect((await sandbox.call('/conversations/messages', { body: '{' })).status).toBe(400);
  });
});
