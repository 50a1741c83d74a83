import { describe, expect, test } from '@jest/globals';
import nock from 'nock';
import type { ZObject } from 'zapier-platform-core';

import { makeRequest } from '../../../lib/http/request.ts';
import { toRecord } from '../../../resources/values.ts';
import { runMethod } from '../../support/app.ts';

const HOST = 'https://files.example.com';

/** Makes a request, and gives what the platform kept of it. */
function requested(options: Parameters<typeof makeRequest>[1]): Promise<unknown> {
  return runMethod(async (z: ZObject) => {
    const { status, request } = await makeRequest(z, options);
    const { app } = toRecord(toRecord(toRecord(request)['input'])['_zapier']);
    return { status, method: request.method, isCopied: !Object.isFrozen(app) };
  });
}

describe('A request', () => {
  test('does not copy the integration', async () => {
    nock(HOST).get('/').reply(200, {});
    await expect(requested({ url: `${HOST}/` })).resolves.toEqual({
      status: 200,
      method: 'GET',
      isCopied: false,
    });
  });

  test('by z.request alone would', async () => {
    nock(HOST).get('/').reply(200, {});
    const isCopied = runMethod(async (z: ZObject) => {
      const { request } = await z.request({ url: `${HOST}/` });
      return !Object.isFrozen(toRecord(toRecord(toRecord(request)['input'])['_zapier'])['app']);
    });
    await expect(isCopied).resolves.toBe(true);
  });

  test('names the client as Zapier does, and carries what it is given', async () => {
    nock(HOST, { reqheaders: { 'user-agent': 'Zapier', 'x-trace': '1' } })
      .post('/notes?a=1&b=2', { body: 'Hi' })
      .reply(201, {});
    const options = {
      method: 'POST' as const,
      url: `${HOST}/notes?a=1`,
      params: { b: 2 },
      headers: { 'X-Trace': '1' },
      body: { body: 'Hi' },
    };
    await expect(requested(options)).resolves.toMatchObject({ status: 201, method: 'POST' });
  });
});
