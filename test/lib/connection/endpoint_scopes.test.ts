import { describe, expect, test } from '@jest/globals';

import { AREAS } from '../../../areas.ts';
import { scopeOf } from '../../../lib/connection/endpoint_scopes.ts';
import { readSnapshot } from '../../../scripts/contract/snapshot.ts';
import { toRecord, toText } from '../../../resources/values.ts';

const OPERATIONS = Object.entries(readSnapshot()).filter(
  ([path]) => !path.startsWith('hydrators.'),
);

const ENDPOINTS = [...new Set(OPERATIONS.flatMap(([, endpoints]) => endpoints))].toSorted();

function neededFor(endpoint: string) {
  const [method = '', path = ''] = endpoint.split(' ');
  return scopeOf(method, path);
}

test.each(ENDPOINTS)('It is known which scope %s needs', (endpoint) => {
  expect(neededFor(endpoint)).toEqual({
    scope: expect.any(String),
    isDocumented: expect.any(Boolean),
  });
});

test.each([
  ['GET', '/contacts/hT7gK2mWq9ZbR4xVnL0s', 'contacts.readonly'],
  ['POST', '/contacts/search', 'contacts.readonly'],
  ['POST', '/contacts/', 'contacts.write'],
  ['DELETE', '/contacts/search', 'contacts.write'],
  ['GET', '/conversations/hT7gK2mWq9ZbR4xVnL0s', 'conversations.readonly'],
  ['GET', '/conversations/hT7gK2mWq9ZbR4xVnL0s/messages', 'conversations/message.readonly'],
  ['GET', '/locations/Lc4tNs8PqWe2ZxRy6UvB', 'locations.readonly'],
  ['GET', '/locations/Lc4tNs8PqWe2ZxRy6UvB/tags/', 'locations/tags.readonly'],
  ['GET', '/calendars/Lc4tNs8PqWe2ZxRy6UvB/free-slots', 'calendars.readonly'],
  ['GET', '/calendars/events', 'calendars/events.readonly'],
])('%s %s needs %s', (method, path, scope) => {
  expect(scopeOf(method, path)?.scope).toBe(scope);
});

test.each([
  ['GET', '/invoices/template'],
  ['PUT', '/locations/Lc4tNs8PqWe2ZxRy6UvB'],
  ['POST', '/calendars/groups'],
  ['GET', '/calendars/resources/rooms'],
  ['GET', '/contactsX'],
  ['GET', '/'],
])('Nothing is claimed of %s %s, which no step asks for', (method, path) => {
  expect(scopeOf(method, path)).toBeUndefined();
});

describe('The areas', () => {
  test.each(Object.entries(AREAS))('%s asks for every scope of its steps', (name, area) => {
    const keys = (['triggers', 'searches', 'creates'] as const).flatMap((kind) =>
      Object.keys(toRecord(toRecord(area)[kind])).map((key) => `${kind}.${key}`),
    );
    const used = OPERATIONS.filter(([path]) => keys.includes(path))
      .flatMap(([, endpoints]) => endpoints)
      .map((endpoint) => toText(neededFor(endpoint)?.scope) ?? '');
    const needs: readonly string[] = area.needs;
    const asked = Object.entries(AREAS).flatMap(([other, { scopes }]): readonly string[] =>
      other === name || needs.includes(other) ? scopes : [],
    );
    const always = ['locations.readonly', 'users.readonly'];
    expect([...new Set(used)].filter((scope) => ![...asked, ...always].includes(scope))).toEqual(
      [],
    );
  });
});
