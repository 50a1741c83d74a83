import { describe, expect, test } from '@jest/globals';

import { parseEvent } from '../../relay/events.ts';
import { isUuid, newId } from '../../relay/identifiers.ts';
import { inboundMessage } from './support/highlevel.ts';

function parse(payload: unknown) {
  return parseEvent(Buffer.from(JSON.stringify(payload)), 'application/json');
}

describe('parseEvent', () => {
  test('reads type, location, conversation and time, and keeps the bytes', () => {
    const body = inboundMessage({
      conversationId: 'conversation1',
      timestamp: '2026-01-01T00:00:00.000Z',
    });
    expect(parseEvent(body, 'application/json; charset=utf-8')).toMatchObject({
      type: 'InboundMessage',
      locations: ['location1'],
      conversationId: 'conversation1',
      timestamp: Date.parse('2026-01-01T00:00:00Z'),
      contentType: 'application/json; charset=utf-8',
      body,
    });
  });

  test('knows a repeat by its webhookId, and by its bytes where there is none', () => {
    const fields = { webhookId: 'webhook1' };
    const [first, second] = [inboundMessage(fields), inboundMessage(fields)];
    expect(first).not.toEqual(second);
    expect(parseEvent(first, undefined)?.key).toBe(parseEvent(second, undefined)?.key);
    const bare = inboundMessage({ webhookId: undefined });
    const other = inboundMessage({ webhookId: undefined });
    expect(parseEvent(bare, undefined)?.key).toBe(parseEvent(Buffer.from(bare), undefined)?.key);
    expect(parseEvent(bare, undefined)?.key).not.toBe(parseEvent(other, undefined)?.key);
  });

  test('a new user belongs to the locations listed, other events to their location only', () => {
    const user = { type: 'UserCreate', companyId: 'company1', locations: ['a', 'b', 'a', 7, ''] };
    expect(parse(user)?.locations).toEqual(['a', 'b']);
    expect(parse({ ...user, locationId: 'c' })?.locations).toEqual(['c', 'a', 'b']);
    expect(parse({ type: 'UserCreate', companyId: 'company1' })?.locations).toEqual([]);
    const forged = { type: 'InboundMessage', locationId: 'a', locations: ['b'] };
    expect(parse(forged)?.locations).toEqual(['a']);
  });

  test('only messages belong to a conversation', () => {
    const read = { type: 'ConversationUnreadUpdate', locationId: 'a', conversationId: 'c' };
    expect(parse(read)?.conversationId).toBeUndefined();
    const sent = { type: 'OutboundMessage', locationId: 'a', conversationId: 'c' };
    expect(parse(sent)?.conversationId).toBe('c');
  });

  test.each([
    ['no JSON', Buffer.from('type=InboundMessage')],
    ['cut off JSON', Buffer.from('{"type":"InboundMessage"')],
    ['a list', Buffer.from('[{"type":"InboundMessage"}]')],
    ['null', Buffer.from('null')],
    ['no type', Buffer.from('{"locationId":"a"}')],
    ['a type that is no text', Buffer.from('{"type":["InboundMessage"]}')],
    ['an empty type', Buffer.from('{"type":""}')],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
    ['nothing', Buffer.alloc(0)],
  ])('refuses %s', (_what, body) => {
    expect(parseEvent(body, 'application/json')).toBeUndefined();
  });

  test('takes nothing that a database could not store', () => {
    const event = parse({
      type: 'InboundMessage',
      locationId: 'a\u0000b',
      companyId: '\ud800',
      conversationId: 'x'.repeat(200),
      webhookId: 'a\u0000b',
    });
    expect(event).toMatchObject({ locations: [], companyId: undefined, conversationId: undefined });
    expect(isUuid(event?.key ?? '')).toBe(true);
    expect(parseEvent(inboundMessage(), 'text/\u00e9')?.contentType).toBe('application/json');
  });

  test('reads deeply nested JSON', () => {
    const deep = `{"type":"InboundMessage","x":${'['.repeat(400_000)}${']'.repeat(400_000)}}`;
    expect(parseEvent(Buffer.from(deep), undefined)?.type).toBe('InboundMessage');
  });
});

test('newId gives UUIDs of version 7 that sort by time', () => {
  const ids = [1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000].map((time) => newId(time));
  expect(ids.every((id) => isUuid(id) && id[14] === '7' && /[89ab]/.test(id[19] ?? ''))).toBe(true);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(Array.from({ length: 1000 }, () => newId(5))).size).toBe(1000);
});
