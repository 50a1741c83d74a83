import { describe, expect, test } from '@jest/globals';
import nock from 'nock';

import { App, AUTH_DATA, run } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';
import {
  delivered,
  PROOF_REQUEST,
  RELAY,
  runHook,
  SUBSCRIPTION,
  useRelay,
} from '../../support/hook.ts';

const hook = App.triggers.new_inbound_message;
const call = App.triggers.new_call;
const targetUrl = 'https://hooks.zapier.com/hooks/standard/1/2/';
const subscribeData = { ...SUBSCRIPTION, also: [] };

const relay = () => nock(RELAY);
const subscribe = () => runHook(hook, 'performSubscribe', { targetUrl });
const unsubscribe = () => runHook(hook, 'performUnsubscribe', { targetUrl, subscribeData });

useRelay();

describe('subscribing', () => {
  test('has Zapier refresh a token that HighLevel no longer accepts', async () => {
    relay().post('/subscriptions').reply(401, { error: 'token_refused', message: 'Reconnect.' });
    await expect(subscribe()).rejects.toMatchObject({ name: 'RefreshAuthError' });
  });

  test.each([
    [403, 'This HighLevel connection does not belong to that location.', "tell the integration's"],
    [422, 'This relay does not deliver to example.org.', "tell the integration's publisher"],
    [429, 'This location has 1000 subscriptions already.', 'again in a few minutes'],
    [503, 'HighLevel could not be asked.', 'again in a few minutes'],
  ])('gives the sentence of a %i', async (status, message, next) => {
    relay().post('/subscriptions').reply(status, { error: 'word', message });
    const failure = subscribe();
    await expect(failure).rejects.toMatchObject({ name: 'AppError' });
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toThrow(next);
  });

  test.each([
    ['a web page', 200, '<html></html>', ''],
    ['nothing', 404, '', ''],
    ['a subscription without a secret', 201, `{"id":"${SUBSCRIPTION.id}"}`, ''],
    ['a redirect, which gets no token', 302, '', 'https://example.org/subscriptions'],
  ])('does not take %s for a relay', async (_what, status, body, location) => {
    relay().post('/subscriptions').reply(status, body, { location });
    await expect(subscribe()).rejects.toThrow('is not the webhook relay');
  });

  test('says that a relay cannot be reached', async () => {
    relay()
      .post('/subscriptions')
      .replyWithError(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
    await expect(subscribe()).rejects.toThrow('cannot be reached. Try again in a few minutes');
  });

  test('leaves nothing behind when a second subscription fails', async () => {
    relay()
      .post('/subscriptions', /InboundMessage/)
      .reply(201, SUBSCRIPTION);
    relay()
      .post('/subscriptions', /OutboundMessage/)
      .reply(503, { message: 'Not now.' });
    relay().delete(`/subscriptions/${SUBSCRIPTION.id}`).reply(204);
    await expect(runHook(call, 'performSubscribe', { targetUrl })).rejects.toThrow('Not now.');
  });

  test.each([
    'http://relay.example.com',
    'http://127.0.0.1.example.com',
    'ftp://localhost',
    'relay',
  ])('hands no token to %s', async (url) => {
    process.env['HOOK_RELAY_URL'] = url;
    await expect(subscribe()).rejects.toThrow('does not start with https://');
  });

  test.each(['http://127.0.0.1:4020', 'http://localhost:4020', 'http://[::1]:4020'])(
    'takes %s for one in development',
    async (url) => {
      process.env['HOOK_RELAY_URL'] = url;
      nock(url, { reqheaders: { authorization: `Bearer ${AUTH_DATA.access_token}` } })
        .post('/subscriptions')
        .reply(201, SUBSCRIPTION);
      expect(await subscribe()).toMatchObject(SUBSCRIPTION);
    },
  );

  test('takes a relay below a path', async () => {
    process.env['HOOK_RELAY_URL'] = `${RELAY}/hooks/`;
    relay().post('/hooks/subscriptions').reply(201, SUBSCRIPTION);
    expect(await subscribe()).toMatchObject(SUBSCRIPTION);
  });
});

describe('the day on which Zapier is to subscribe again', () => {
  const LATER = { ...SUBSCRIPTION, expiresAt: '2027-01-02T00:00:00.000Z' };
  const SOONER = {
    id: 'second',
    secret: SUBSCRIPTION.secret,
    expiresAt: '2027-01-01T00:00:00.000Z',
  };

  test('is the one that the relay says', async () => {
    relay().post('/subscriptions').reply(201, LATER);
    expect(await subscribe()).toEqual({
      ...SUBSCRIPTION,
      also: [],
      expiration_date: LATER.expiresAt,
    });
  });

  test('is the first of several', async () => {
    for (const answer of [LATER, SOONER]) relay().post('/subscriptions').reply(201, answer);
    expect(await runHook(call, 'performSubscribe', { targetUrl })).toMatchObject({
      expiration_date: SOONER.expiresAt,
    });
  });
});

describe('proving access', () => {
  const proof = () => relay().post(`/subscriptions/${SUBSCRIPTION.id}/proof`);
  const prove = () => run(hook, delivered(PROOF_REQUEST));

  test('has Zapier refresh a token that HighLevel no longer accepts', async () => {
    proof().reply(401, { error: 'token_refused', message: 'Reconnect.' });
    await expect(prove()).rejects.toMatchObject({ name: 'RefreshAuthError' });
  });

  test('says why the Zap gets no more events', async () => {
    const message = 'Reconnect the account, and allow "View Contacts" (contacts.readonly).';
    proof().reply(403, { error: 'scope_missing', message });
    const failure = prove();
    await expect(failure).rejects.toMatchObject({ name: 'AppError' });
    await expect(failure).rejects.toThrow('This Zap gets no more events');
    await expect(failure).rejects.toThrow('View Contacts');
  });

  test('is not needed for a subscription that has ended', async () => {
    proof().reply(404, { error: 'not_found', message: 'There is no such subscription.' });
    expect(await prove()).toEqual([]);
  });

  test.each([429, 500, 502, 503])('is tried again after a %i', async (status) => {
    proof().reply(status, { error: 'word', message: 'Not now.' });
    await expect(prove()).rejects.toMatchObject({ name: 'ThrottledError' });
  });

  test('is tried again when the relay cannot be reached', async () => {
    proof().replyWithError(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
    await expect(prove()).rejects.toMatchObject({ name: 'ThrottledError' });
  });

  test('sends no token to what a redirect names', async () => {
    proof().reply(307, '', { location: 'https://example.org/subscriptions' });
    await expect(prove()).rejects.toMatchObject({ name: 'ThrottledError' });
  });

  test.each(['http://relay.example.com', 'ftp://localhost', ''])(
    'sends no token to %j',
    async (url) => {
      process.env['HOOK_RELAY_URL'] = url;
      await expect(prove()).rejects.toThrow('HOOK_RELAY_URL');
    },
  );

  test('shows no token and no secret in what it says', async () => {
    for (const status of [403, 503]) {
      proof().reply(status, { error: 'word', message: 'Not now.' });
      const { message } = await failing(prove());
      expect(message).not.toContain(AUTH_DATA.access_token);
      expect(message).not.toContain(SUBSCRIPTION.secret);
    }
  });
});

describe('unsubscribing', () => {
  test.each([204, 401, 403, 404, 410])('is done when the relay answers %i', async (status) => {
    nock(RELAY, { reqheaders: { authorization: `Bearer ${SUBSCRIPTION.secret}` } })
      .delete(`/subscriptions/${SUBSCRIPTION.id}`)
      .reply(status);
    expect(await unsubscribe()).toEqual({});
  });

  test('says so when the relay could not do it', async () => {
    relay()
      .delete(/subscriptions/)
      .reply(503, { message: 'Not now.' });
    await expect(unsubscribe()).rejects.toThrow('The Zap is off anyway');
  });

  test('asks nobody where there is no relay any more, or was no subscription', async () => {
    expect(await runHook(hook, 'performUnsubscribe', { targetUrl })).toEqual({});
    delete process.env['HOOK_RELAY_URL'];
    expect(await unsubscribe()).toEqual({});
  });
});
