import type { LocalZapier } from '../../local/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sharedZapier } from '../support/shared_zapier.ts';

let zapier: LocalZapier;

beforeAll(async () => {
  zapier = await sharedZapier();
});

beforeEach(() => zapier.sandbox.reset());

describe('A request that a person writes', () => {
  test('reads, with the sub-account in its place', async () => {
    const answer = await zapier.create('api_request', {
      method: 'GET',
      path: '/locations/{locationId}/customValues',
    });

    expect(answer).toMatchObject({
      status: 200,
      isSuccess: true,
      body: {
        customValues: expect.arrayContaining([
          expect.objectContaining({ value: expect.any(String) }),
        ]),
      },
      headers: { 'x-ratelimit-max': '100' },
    });
  });

  test('writes what no other step does', async () => {
    const answer = await zapier.create('api_request', {
      method: 'POST',
      path: '/locations/{locationId}/tags',
      body: '{"name": "Made by a Zap"}',
    });

    expect(answer).toMatchObject({ status: 200, body: { tag: { name: 'made by a zap' } } });
    const [tag] = await zapier.search('find_tag', { name: 'made by' });
    expect(tag).toMatchObject({ name: 'made by a zap' });
  });

  test('goes on with a refusal where asked, and stops where not', async () => {
    const wrong = { method: 'GET', path: '/contacts/nobody' };
    expect(await zapier.create('api_request', { ...wrong, onFailure: 'answer' })).toMatchObject({
      status: 400,
      isSuccess: false,
      body: { message: expect.any(String) },
    });
    await expect(zapier.create('api_request', wrong)).rejects.toMatchObject({ name: 'AppError' });
  });

  test('sends nothing to another host', async () => {
    await zapier.sandbox.delete('/requests');
    const { hostname, port } = new URL(zapier.sandbox.url);

    for (const path of [
      `//${hostname}:${port}@example.com/`,
      'https://example.com/contacts/',
      '/\\example.com/',
    ]) {
      await expect(zapier.create('api_request', { method: 'GET', path })).rejects.toMatchObject({
        summary: expect.stringContaining("HighLevel's own API"),
      });
    }

    expect(await zapier.sandbox.list('/requests')).toEqual([]);
  });
});
