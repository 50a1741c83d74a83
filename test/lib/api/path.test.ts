import { describe, expect, test } from '@jest/globals';
import type { Bundle } from 'zapier-platform-core';

import { apiPath } from '../../../lib/api/path.ts';
import { AUTH_DATA, HIGHLEVEL, LOCATION_ID } from '../../support/app.ts';

// Of the bundle it reads the connection only.
const bundle = { authData: AUTH_DATA } as unknown as Bundle;

describe('apiPath', () => {
  test.each([
    ['/contacts/', '/contacts/'],
    ['contacts/c1ZbR4xVnL0shT7gK2mW', '/contacts/c1ZbR4xVnL0shT7gK2mW'],
    [`${HIGHLEVEL}/users/?locationId=x`, '/users/?locationId=x'],
    ['/locations/{locationId}/tags', `/locations/${LOCATION_ID}/tags`],
    ['/contacts/a%20b', '/contacts/a%20b'],
    ['/contacts/?query=Anna Example', '/contacts/?query=Anna%20Example'],
    ['/contacts/../users/u1ZbR4xVnL0shT7gK2mW', '/users/u1ZbR4xVnL0shT7gK2mW'],
    ['/contacts/c1ZbR4xVnL0shT7gK2mW#top', '/contacts/c1ZbR4xVnL0shT7gK2mW'],
    ['/contacts/user@example.com', '/contacts/user@example.com'],
    ['/oauthors/1', '/oauthors/1'],
  ])('reads %s', (typed, path) => {
    expect(apiPath(typed, bundle)).toBe(path);
  });

  test.each([
    'https://example.com/contacts/',
    'https://services.leadconnectorhq.com.example.com/contacts/',
    'https://services.leadconnectorhq.com@example.com/',
    'https://user:pass@services.leadconnectorhq.com/contacts/',
    'http://services.leadconnectorhq.com/contacts/',
    'https://services.leadconnectorhq.com:8443/contacts/',
    'https://services.leadconnectorhq.com//example.com/',
    'https:example.com',
    '//example.com/contacts/',
    '///example.com/contacts/',
    '/\\example.com/contacts/',
    '\\\\example.com/contacts/',
    '/%2F%2Fexample.com/',
    '/%2fexample.com',
    '/%252Fexample.com',
    '/%5Cexample.com/',
    '/\t/example.com/',
    '/\n/example.com/',
    '/contacts/%0d%0aHost:example.com',
    '/contacts/%00',
    '/contacts/%E0%A4%A',
    '/.//example.com/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/plain,x',
  ])('refuses %j', (typed) => {
    expect(() => apiPath(typed, bundle)).toThrow(/must be a path of HighLevel's own API/);
  });

  test.each(['/oauth/token', '/OAuth/locationToken', '/%6Fauth/token', '/contacts/../oauth/token'])(
    'refuses %s, which hands out tokens',
    (typed) => {
      expect(() => apiPath(typed, bundle)).toThrow(/returns access tokens/);
    },
  );

  test.each([
    ['/contacts/{contactId}', '{contactId}'],
    ['/contacts/:contactId/notes', ':contactId'],
  ])('names the placeholder left in %s', (typed, placeholder) => {
    expect(() => apiPath(typed, bundle)).toThrow(`still contains "${placeholder}"`.slice(0, 12));
    expect(() => apiPath(typed, bundle)).toThrow(placeholder);
  });

  test('refuses 100,000 characters without looking at them again and again', () => {
    for (const piece of ['{', '%25', '/', ':a', '..', '\\']) {
      expect(() => apiPath(`/${piece.repeat(100_000)}`, bundle)).toThrow(/"Path\\"/);
    }
  });
});
