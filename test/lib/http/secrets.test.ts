import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import nock from 'nock';
import type { ZObject } from 'zapier-platform-core';

import {
  getAccessToken,
  refreshAccessToken,
  test as testConnection,
} from '../../../authentication.ts';
import * as hydrators from '../../../hydrators.ts';
import { App, AUTH_DATA, HIGHLEVEL, run, runMethod } from '../../support/app.ts';
import { delivered, PROOF_REQUEST, RELAY, runHook, SUBSCRIPTION } from '../../support/hook.ts';

/** A server may repeat what it was sent. None of it may come back to a person. */

const CODE = 'code-of-the-sign-in';
const CLIENT_SECRET = 'client-secret-1';

const SECRETS = [AUTH_DATA.access_token, AUTH_DATA.refresh_token, CLIENT_SECRET];

const written = (secret: string) => [secret, encodeURIComponent(secret)];

const bodiesOf = (said: string): Record<string, unknown> => ({
  message: { message: said },
  'a list of messages': { message: [said] },
  msg: { msg: said },
  error_description: { error: 'invalid_grant', error_description: said },
  errors: { errors: [{ message: said }] },
  constraints: { message: [{ constraints: { isText: said } }] },
  text: `error: ${said}`.slice(0, 190),
  'a page': `<html><body>${said}</body></html>`,
  'a time-out': { message: `timeout of 15000ms exceeded for ${said}` },
  'do not disturb': { message: `DND is active for ${said}` },
  'a wrong sub-account': { message: `The token ${said} does not have access to this location.` },
  'a record that is gone': { message: `Contact of ${said} not found` },
});

const STATUSES = [400, 401, 403, 422, 500];

const GRANT = { inputData: { code: CODE, redirect_uri: 'https://zapier.com/return' } };
const targetUrl = 'https://hooks.zapier.com/hooks/standard/1/2/';
const { creates, searches, triggers } = App;
const hook = triggers.new_inbound_message;
const subscribeData = { ...SUBSCRIPTION, also: [SUBSCRIPTION] };

/** Every way in which an answer's words reach a person. */
const WAYS: Record<string, () => Promise<unknown>> = {
  'the sign-in': () => runMethod(getAccessToken, GRANT),
  'the refresh': () => runMethod(refreshAccessToken),
  'the test of the connection': () => runMethod(testConnection),
  'a search': () => run(searches.find_tag, { inputData: { name: 'vip' } }),
  'a create': () =>
    run(creates.delete_contact, { inputData: { contactId: 'con1ZbR4xVnL0shT7gK2' } }),
  'many at once': () =>
    run(creates.update_conversations, {
      inputData: {
        conversationIds: ['con1ZbR4xVnL0shT7gK2', 'con2ZbR4xVnL0shT7gK2'],
        starred: true,
      },
    }),
  'a request that a person wrote': () =>
    run(creates.api_request, { inputData: { method: 'GET', path: '/contacts/1' } }),
  'a refusal as a record': () =>
    run(creates.api_request, {
      inputData: { method: 'GET', path: '/contacts/1', onFailure: 'answer' },
    }),
  'a poll': () => run(triggers.new_contact),
  'a pointer': () =>
    runMethod(hydrators.contact, { inputData: { contactId: 'con1ZbR4xVnL0shT7gK2' } }),
  'a recording': () =>
    runMethod(hydrators.recording, { inputData: { messageId: 'msg1ZbR4xVnL0shT7gK2' } }),
  'a file': () =>
    runMethod(hydrators.attachment, { inputData: { url: `${RELAY}/files/photo.jpg` } }),
  'a subscription': () => runHook(hook, 'performSubscribe', { targetUrl }),
  'the end of one': () => runHook(hook, 'performUnsubscribe', { targetUrl, subscribeData }),
  'a proof': () => run(hook, { ...delivered(PROOF_REQUEST), subscribeData }),
};

beforeEach(() => {
  process.env['CLIENT_ID'] = 'client-1';
  process.env['CLIENT_SECRET'] = CLIENT_SECRET;
  process.env['HOOK_RELAY_URL'] = RELAY;
});

afterEach(() => {
  delete process.env['CLIENT_ID'];
  delete process.env['CLIENT_SECRET'];
  delete process.env['HOOK_RELAY_URL'];
  nock.cleanAll();
});

/** Everything that is asked is answered so. */
function answerAll(statusNow: () => number, body: unknown): void {
  const content = typeof body === 'string' ? body : JSON.stringify(body);
  const type = content.startsWith('<') ? 'text/html' : 'application/json';
  const headers = { 'content-type': type, 'x-ratelimit-daily-remaining': '0' };
  for (const origin of [HIGHLEVEL, RELAY]) {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      nock(origin)
        .persist()
        .intercept(/.*/, method)
        .reply(() => [statusNow(), content, headers]);
    }
  }
}

/** What only some of them know. */
const KNOWN: Record<string, string> = {
  'the sign-in': CODE,
  'the end of one': SUBSCRIPTION.secret,
  'a proof': SUBSCRIPTION.secret,
};

describe.each(Object.entries(WAYS))('%s', (way, act) => {
  const secrets = [...SECRETS, KNOWN[way] ?? CLIENT_SECRET];
  const bodies = bodiesOf(secrets.flatMap(written).join(' and '));

  test.each(Object.entries(bodies))('keeps secrets that come back as %s', async (_kind, body) => {
    const leaks: unknown[] = [];
    let status = 0;
    answerAll(() => status, body);
    for (status of STATUSES) {
      const outcome = await act().then(
        (result) => JSON.stringify(result ?? null),
        (error: unknown) =>
          error instanceof Error ? `${error.name} ${error.message}` : 'no error',
      );
      const isLeak = secrets.flatMap(written).some((secret) => outcome.includes(secret));
      if (isLeak) leaks.push([status, outcome]);
    }
    nock.cleanAll();
    expect(leaks).toEqual([]);
  });
});

test('says what a server said, but for the secrets', async () => {
  nock(HIGHLEVEL)
    .get('/contacts/1')
    .reply(422, { message: `Bad ${AUTH_DATA.access_token} here` });
  const act = runMethod((z: ZObject) => z.request({ url: '/contacts/1' }));
  await expect(act).rejects.toThrow('Bad (hidden) here');
});
