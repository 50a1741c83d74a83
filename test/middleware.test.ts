import { describe, expect, test } from '@jest/globals';
import nock from 'nock';
import type { ZObject } from 'zapier-platform-core';

import { isHighLevel, versionOf } from '../middleware.ts';
import { HIGHLEVEL, highLevel, runMethod } from './support/app.ts';
import { failing } from './support/failure.ts';

type RequestOptions = Parameters<ZObject['request']>[0];

/** Makes one request as any code of the integration could. */
function request(options: RequestOptions, more?: Parameters<typeof runMethod>[1]) {
  return runMethod(async (z: ZObject) => {
    const { status, data } = await z.request<unknown>(options);
    return { status, data };
  }, more);
}

describe('Version, by the area of the API', () => {
  test.each([
    ['/conversations/search', '2021-04-15'],
    ['/conversations/', '2021-04-15'],
    ['/calendars/events', '2021-04-15'],
    ['/conversation-ai/agents/search', '2021-04-15'],
    ['/contacts/search', '2021-07-28'],
    ['/users/', '2021-07-28'],
    ['/locations/loc1ZbR4xVnL0shT7gK2/tags', '2021-07-28'],
    ['/phone-system/numbers/location/loc1ZbR4xVnL0shT7gK2', '2021-07-28'],
    ['/workflows/', '2021-07-28'],
    ['/opportunities/search', '2021-07-28'],
  ])('%s', async (path, version) => {
    expect(versionOf(path)).toBe(version);
    highLevel().get(path).matchHeader('version', version).reply(200, {});
    await request({ url: path });
  });

  test('a request may name another', async () => {
    highLevel().get('/conversations/1').matchHeader('version', 'v3').reply(200, {});
    await request({ url: '/conversations/1', headers: { Version: 'v3' } });
  });
});

describe('The token', () => {
  test('goes to HighLevel, whether the address is a path or whole', async () => {
    highLevel().get('/contacts/1').twice().reply(200, { ok: true });
    const expected = { status: 200, data: { ok: true } };
    expect(await request({ url: '/contacts/1' })).toEqual(expected);
    expect(await request({ url: `${HIGHLEVEL}/contacts/1` })).toEqual(expected);
  });

  const OTHERS = [
    'https://example.com',
    'https://services.leadconnectorhq.com.example.com',
    'https://evil-services.leadconnectorhq.com',
    'https://services.leadconnectorhq.com:8443',
    'http://services.leadconnectorhq.com',
    'https://leadconnectorhq.com',
  ];

  test.each(OTHERS)('does not go to %s', async (origin) => {
    nock(origin, { badheaders: ['authorization', 'version'] })
      .get('/contacts/1')
      .reply(200, {});
    await expect(request({ url: `${origin}/contacts/1` })).resolves.toMatchObject({ status: 200 });
    expect(isHighLevel(`${origin}/contacts/1`)).toBe(false);
  });

  test.each([
    ['another host', 'https://storage.example.com/call.wav'],
    ['another port', `${HIGHLEVEL}:8443/call.wav`],
    ['another path', '/users/'],
  ])('does not go with a redirect to %s', async (_where, location) => {
    highLevel().get('/recording').reply(302, undefined, { location });
    expect(await failing(request({ url: '/recording' }))).toMatchObject({ name: 'ThrottledError' });
  });

  test('does not go to the endpoint that gives tokens', async () => {
    nock(HIGHLEVEL, { badheaders: ['authorization'] })
      .post('/oauth/token')
      .reply(200, {});
    await request({ method: 'POST', url: '/oauth/token', form: {} });
  });

  test('is left out where a connection has none yet', async () => {
    nock(HIGHLEVEL, { badheaders: ['authorization'] })
      .get('/contacts/1')
      .reply(200, {});
    await request({ url: '/contacts/1' }, { authData: {} });
  });
});

test.each([['not an address'], ['/contacts/1'], ['']])('%j is not HighLevel', (url) => {
  expect(isHighLevel(url)).toBe(false);
});

describe('Failures', () => {
  test('of HighLevel become the errors of the table', async () => {
    highLevel().get('/contacts/1').reply(400, { message: 'Contact not found' });
    expect(await failing(request({ url: '/contacts/1', skipThrowForStatus: true }))).toMatchObject({
      name: 'AppError',
      code: 'refused',
      status: 400,
    });
  });

  test('of HighLevel in a request for a file leave its body to who asked', async () => {
    highLevel()
      .get('/recording')
      .reply(422, { message: ['No recording yet'] });
    const step = request({ url: '/recording', raw: true, skipThrowForStatus: true });
    expect(await failing(step)).toMatchObject({ name: 'AppError', code: 'refused', status: 422 });
  });

  test('of another host are left to who asked', async () => {
    nock('https://example.com').get('/file').reply(404, 'gone');
    const step = request({ url: 'https://example.com/file', skipThrowForStatus: true });
    await expect(step).resolves.toMatchObject({ status: 404 });
  });

  test('an empty answer is one where something was asked for', async () => {
    highLevel().post('/contacts/', {}).reply(201, '');
    const step = request({
      method: 'POST',
      url: '/contacts/',
      json: {},
      body: '{}',
      middlewareData: { mayBeEmpty: false },
    });
    expect(await failing(step)).toMatchObject({ name: 'AppError', code: 'outcome_unknown' });
  });

  test('a 429 is read with its headers, not taken by the platform before', async () => {
    highLevel()
      .get('/contacts/1')
      .reply(429, {}, { 'x-ratelimit-interval-milliseconds': '7000', 'retry-after': '1' });
    expect(await failing(request({ url: '/contacts/1' }))).toMatchObject({
      name: 'ThrottledError',
      delay: 7,
    });
  });

  test('a 401 starts a refresh of the token', async () => {
    highLevel().get('/contacts/1').reply(401, { message: 'Invalid JWT' });
    expect(await failing(request({ url: '/contacts/1' }))).toMatchObject({
      name: 'RefreshAuthError',
    });
  });
});
