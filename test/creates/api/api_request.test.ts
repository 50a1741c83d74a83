import { describe, expect, test } from '@jest/globals';

import { AGENCY, highLevelFor } from '../../support/agency.ts';
import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';

const apiRequest = App.creates.api_request;

describe('api_request', () => {
  test('reads with a query, the token and the version of the area', async () => {
    highLevel()
      .get('/conversations/search')
      .query({ locationId: LOCATION_ID, limit: '1', sort: 'desc' })
      .matchHeader('version', '2021-04-15')
      .reply(
        200,
        { conversations: [], traceId: 'trace-1' },
        { 'X-RateLimit-Remaining': '99', 'Set-Cookie': 'a=b' },
      );

    const result = await run(apiRequest, {
      inputData: {
        method: 'get',
        path: '/conversations/search?sort=desc',
        query: { locationId: '{locationId}', limit: '1', empty: '' },
      },
    });

    expect(result).toEqual({
      id: 'trace-1',
      status: 200,
      isSuccess: true,
      body: { conversations: [], traceId: 'trace-1' },
      text: '{"conversations":[],"traceId":"trace-1"}',
      headers: { 'content-type': 'application/json', 'x-ratelimit-remaining': '99' },
    });
  });

  test('sends a body as it was written, gaps and merge tags included', async () => {
    highLevel()
      .patch('/objects/custom', { name: null, text: '{{contact.name}}', at: LOCATION_ID, list: [] })
      .matchHeader('version', 'v3')
      .matchHeader('content-type', 'application/json')
      .reply(201, [{ id: 1 }]);

    const result = await run(apiRequest, {
      inputData: {
        method: 'PATCH',
        path: '/objects/custom',
        body: '{"name": null, "text": "{{contact.name}}", "at": "{locationId}", "list": []}',
        version: 'v3',
      },
    });

    expect(result).toMatchObject({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      status: 201,
      body: { items: [{ id: 1 }] },
    });
  });

  test('takes an empty answer', async () => {
    highLevel()
      .delete('/contacts/c1ZbR4xVnL0shT7gK2mW/tags', { tags: ['vip'] })
      .reply(204, '');

    const inputData = {
      method: 'DELETE',
      path: '/contacts/c1ZbR4xVnL0shT7gK2mW/tags',
      body: '{"tags":["vip"]}',
    };
    expect(await run(apiRequest, { inputData })).toMatchObject({
      status: 204,
      isSuccess: true,
      body: {},
      text: null,
    });
  });

  test("stops with HighLevel's words when it is refused", async () => {
    highLevel().get('/contacts/c1ZbR4xVnL0shT7gK2mW').reply(400, { message: 'No such contact' });

    await expect(
      run(apiRequest, { inputData: { method: 'GET', path: '/contacts/c1ZbR4xVnL0shT7gK2mW' } }),
    ).rejects.toThrow(/No such contact/);
  });

  test.each([
    { message: 'Cannot GET /contacts/c1ZbR4xVnL0shT7gK2mW' },
    { message: 'Contact not found' },
    {},
  ])('says that the path or a record in it is wrong: %j', async (body) => {
    highLevel().get('/contacts/c1ZbR4xVnL0shT7gK2mW').reply(404, body);

    const failure = await failing(
      run(apiRequest, { inputData: { method: 'GET', path: '/contacts/c1ZbR4xVnL0shT7gK2mW' } }),
    );
    expect(failure.message).toMatch(/^HighLevel finds nothing at this path[.:]/);
    expect(failure.message).toContain(body.message ?? '');
    expect(failure.message).toContain('Check "Path"');
  });

  test.each([400, 403, 404, 422, 500, 502])('goes on with a %i where asked', async (status) => {
    highLevel().get('/contacts/c1ZbR4xVnL0shT7gK2mW').reply(status, { message: 'No' });

    const result = await run(apiRequest, {
      inputData: { method: 'GET', path: '/contacts/c1ZbR4xVnL0shT7gK2mW', onFailure: 'answer' },
    });

    expect(result).toMatchObject({ status, isSuccess: false, body: { message: 'No' } });
  });

  test.each([
    [401, 'RefreshAuthError'],
    [429, 'ThrottledError'],
  ])('never goes on with a %i', async (status, name) => {
    highLevel().get('/contacts/c1ZbR4xVnL0shT7gK2mW').reply(status, {});

    await expect(
      run(apiRequest, {
        inputData: { method: 'GET', path: '/contacts/c1ZbR4xVnL0shT7gK2mW', onFailure: 'answer' },
      }),
    ).rejects.toMatchObject({ name });
  });

  test('does not repeat what may have happened', async () => {
    highLevel().patch('/objects/custom').reply(503, '');

    await expect(
      run(apiRequest, { inputData: { method: 'PATCH', path: '/objects/custom' } }),
    ).rejects.toThrow(/may or may not have worked/);
  });

  test('sends every digit of a number, and every space', async () => {
    const body = '{ "number": 12345678901234567890 }';
    highLevel()
      .post('/objects/custom')
      .matchHeader('content-length', String(body.length))
      .reply(200, {});
    const inputData = { method: 'POST', path: '/objects/custom', body };
    await expect(run(apiRequest, { inputData })).resolves.toMatchObject({ isSuccess: true });
  });

  test('fills in the sub-account, in one pair of braces or two', async () => {
    highLevel().get(`/locations/${LOCATION_ID}`).twice().reply(200, {});
    for (const path of ['/locations/{locationId}', '/locations/{{locationId}}']) {
      await run(apiRequest, { inputData: { method: 'GET', path } });
    }
  });

  test('says how to name the sub-account where HighLevel misses it', async () => {
    const refusal = { message: 'The token does not have access to this location.' };
    highLevel().get('/contacts/').query(true).twice().reply(403, refusal);
    const asked = (query?: object) =>
      run(apiRequest, { inputData: { method: 'GET', path: '/contacts/', query } });
    await expect(asked()).rejects.toThrow('with the value {locationId} to \\"Query Parameters');
    await expect(asked({ locationId: '{locationId}' })).rejects.toThrow(
      'belongs to another HighLevel sub-account',
    );
  });

  test.each([200, 400])('gives every digit of a number in an answer: %d', async (status) => {
    const answer = '{"id":12345678901234567890,"list":[{"id":9007199254740993}],"total":2}';
    highLevel()
      .get('/objects/custom')
      .reply(status, answer, { 'content-type': 'application/json' });
    const inputData = { method: 'GET', path: '/objects/custom', onFailure: 'answer' };
    expect(await run(apiRequest, { inputData })).toMatchObject({
      body: { id: '12345678901234567890', list: [{ id: '9007199254740993' }], total: 2 },
      text: answer,
    });
  });

  test.each([
    ['another host', { method: 'GET', path: 'https://example.com/' }, /own API/],
    [
      'an unknown method',
      { method: 'TRACE', path: '/contacts/' },
      /\\"Method\\" cannot be \\"TRACE\\"\. Choose one of these/,
    ],
    ['a body where there is none', { method: 'GET', path: '/c', body: '{}' }, /has no body/],
    [
      'a body that is no JSON',
      { method: 'POST', path: '/c', body: '{a}' },
      /\\"Body\\" is not valid JSON\. Check its quotes, commas and braces at \\"a}\\"/,
    ],
  ])('refuses %s', async (_what, inputData, message) => {
    await expect(run(apiRequest, { inputData })).rejects.toThrow(message);
  });
});

describe('api_request of an agency', () => {
  const asked = (inputData: Record<string, unknown>) =>
    run(apiRequest, {
      authData: AGENCY,
      inputData: { sub_account: 'agency_itself', method: 'GET', ...inputData },
    });

  test('asks with the own token of the agency, where the agency itself is chosen', async () => {
    highLevelFor(AGENCY.access_token)
      .get('/locations/search')
      .query({ companyId: AGENCY.companyId })
      .reply(200, { locations: [{ id: 'one' }] });
    const result = await asked({
      path: '/locations/search',
      query: { companyId: '{companyId}' },
    });
    expect(result).toMatchObject({ status: 200, body: { locations: [{ id: 'one' }] } });
  });

  test('refuses a sub-account that is not chosen', async () => {
    expect(await failing(asked({ path: '/locations/{locationId}/tags' }))).toMatchObject({
      message: expect.stringContaining('"Sub-Account" is "The agency itself"'),
    });
  });

  test('is the only step that can be of the agency itself', async () => {
    const step = run(App.searches.find_contact, {
      authData: AGENCY,
      inputData: { sub_account: 'agency_itself', email: 'anna@example.com' },
    });
    expect(await failing(step)).toMatchObject({ code: 'agency_itself' });
  });
});
