import { describe, expect, test } from '@jest/globals';

import { parseEvent, type PostedEvent } from '../../relay/events.ts';
import { isUuid, newId } from '../../relay/identifiers.ts';
import { inboundMessage, readEvent } from './support/highlevel.ts';

function read(posted: Buffer | PostedEvent) {
  return readEvent(Buffer.isBuffer(posted) ? { body: posted } : posted);
}

function parse(payload: unknown, nameInAddress?: unknown) {
  return read({ body: Buffer.from(JSON.stringify(payload)), nameInAddress });
}

describe('parseEvent', () => {
  test('reads type, location, conversation and time, and keeps the bytes', () => {
    const body = inboundMessage({
      conversationId: 'conversation1',
      timestamp: '2026-01-01T00:00:00.000Z',
    });
    expect(read({ body, contentType: 'application/json; charset=utf-8' })).toMatchObject({
      type: 'InboundMessage',
      locations: ['location1'],
      conversationId: 'conversation1',
      timestamp: Date.parse('2026-01-01T00:00:00Z'),
      contentType: 'application/json; charset=utf-8',
      body,
    });
  });

  describe('the name of an event', () => {
    test('is its type, whatever the address says', () => {
      expect(parse({ type: 'ContactCreate' }).type).toBe('ContactCreate');
      expect(parse({ type: 'ContactCreate' }, 'NoteCreate').type).toBe('ContactCreate');
      expect(parse({ type: 'UNINSTALL' }, 'NoteCreate').type).toBe('UNINSTALL');
    });

    test.each([
      ['there is no type', undefined],
      ['the type is one of the record', 'recurring'],
      ['the type is no text', { kind: 'InvoicePaid' }],
      ['the type only looks like a name', 'invoicepaid'],
    ])('is the one in the address where %s', (_what, type) => {
      expect(parse({ type, altId: 'a', altType: 'location' }, 'InvoicePaid')).toMatchObject({
        type: 'InvoicePaid',
        locations: ['a'],
      });
    });

    test('is the documented one where the settings call it otherwise', () => {
      expect(parse({}, 'ConversationUnreadWebhook').type).toBe('ConversationUnreadUpdate');
    });

    test.each([
      ['no name at all', {}, undefined],
      ['a type that nobody knows', { type: 'Whatever.New' }, undefined],
      ['a name in the address that is none', {}, 'Whatever.New'],
      ['several names in the address', {}, ['InvoicePaid', 'InvoiceVoid']],
      ['a message to a provider', { type: 'SMS', message: 'x' }, undefined],
      // Only HighLevel's signature says so: an address can be made up.
      ['an uninstall that the address tells of', {}, 'UNINSTALL'],
      ["the relay's own event", { type: 'ConversationStarted' }, 'ConversationStarted'],
      ['a name that means something to JavaScript', { type: '__proto__' }, '__proto__'],
    ])('is missing: %s', (_what, payload, nameInAddress) => {
      const body = Buffer.from(JSON.stringify(payload));
      expect(parseEvent({ body, nameInAddress })).toBe('unknown');
    });
  });

  test('a repeat has the same webhookId and the same name', () => {
    const fields = { webhookId: 'webhook1' };
    const [first, second] = [inboundMessage(fields), inboundMessage(fields)];
    expect(first).not.toEqual(second);
    expect(read(first).key).toBe(read(second).key);
    const other = inboundMessage({ ...fields, type: 'OutboundMessage' });
    expect(read(other).key).not.toBe(read(first).key);
    const untyped = { webhookId: 'webhook1', locationId: 'a' };
    expect(parse(untyped, 'RecordCreate').key).toBe(parse(untyped, 'RecordCreate').key);
    expect(parse(untyped, 'RecordCreate').key).not.toBe(parse(untyped, 'RecordUpdate').key);
  });

  test('without a webhookId a repeat has the same bytes', () => {
    const bare = inboundMessage({ webhookId: undefined });
    const other = inboundMessage({ webhookId: undefined });
    expect(read(bare).key).toBe(read(Buffer.from(bare)).key);
    expect(read(bare).key).not.toBe(read(other).key);
  });

  test('a user belongs to the locations listed, other events to their location only', () => {
    const user = { type: 'UserCreate', companyId: 'company1', locations: ['a', 'b', 'a', 7, ''] };
    expect(parse(user).locations).toEqual(['a', 'b']);
    expect(parse({ ...user, type: 'UserUpdate' }).locations).toEqual(['a', 'b']);
    expect(parse({ ...user, locationId: 'c' }).locations).toEqual(['c', 'a', 'b']);
    expect(parse({ type: 'UserCreate', companyId: 'company1' }).locations).toEqual([]);
    const forged = { type: 'InboundMessage', locationId: 'a', locations: ['b'] };
    expect(parse(forged).locations).toEqual(['a']);
  });

  test('altId names the location where altType says that it is one', () => {
    const order = { type: 'OrderCreate', altId: 'a' };
    expect(parse({ ...order, altType: 'location' }).locations).toEqual(['a']);
    expect(parse({ ...order, altType: 'company' }).locations).toEqual([]);
    expect(parse(order).locations).toEqual([]);
    expect(parse({ ...order, altType: 'location', locationId: 'b' }).locations).toEqual(['b']);
    expect(parse({ ...order, altType: 'location', locationId: '' }).locations).toEqual(['a']);
  });

  test('only messages belong to a conversation', () => {
    const unread = { type: 'ConversationUnreadUpdate', locationId: 'a', conversationId: 'c' };
    expect(parse(unread).conversationId).toBeUndefined();
    const sent = { type: 'OutboundMessage', locationId: 'a', conversationId: 'c' };
    expect(parse(sent).conversationId).toBe('c');
  });

  test.each([
    ['no JSON', Buffer.from('type=InboundMessage')],
    ['cut off JSON', Buffer.from('{"type":"InboundMessage"')],
    ['a list', Buffer.from('[{"type":"InboundMessage"}]')],
    ['null', Buffer.from('null')],
    ['a text', Buffer.from('"InboundMessage"')],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
    ['nothing', Buffer.alloc(0)],
    ['a long text that breaks off', Buffer.from(`{"type":"NoteCreate","body":"${'x'.repeat(1e6)}`)],
    ['a long list', Buffer.from(`["${'x'.repeat(1e6)}"]`)],
    [
      'an object inside that is none, in an event that no target takes whole',
      Buffer.from(`{"type":"NoteCreate","a":{"b" ${' '.repeat(3e5)}},"c":"${'x'.repeat(1e7)}"}`),
    ],
  ])('cannot read %s', (_what, body) => {
    expect(parseEvent({ body, nameInAddress: 'InvoicePaid' })).toBe('unreadable');
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
    expect(isUuid(event.key)).toBe(true);
  });

  test.each([
    'text/\u00e9',
    'nonsense',
    'image/png',
    'text/plain',
    'application/json; charset=latin1',
  ])('delivers as JSON what came as %s', (contentType) => {
    expect(read({ body: inboundMessage(), contentType }).contentType).toBe('application/json');
  });

  test.each([400_000, 6_000_000])('reads JSON that is nested %d deep', (depth) => {
    const deep = `{"x":${'['.repeat(depth)}${']'.repeat(depth)},"type":"InboundMessage"}`;
    expect(read(Buffer.from(deep)).type).toBe('InboundMessage');
  });

  test.each(['InboundMessage', 'UserCreate', 'AppointmentCreate', 'OpportunityCreate'])(
    'reads %s whichever of its fields is nested too deep for a recursion',
    (type) => {
      const nested = '['.repeat(50_000) + ']'.repeat(50_000);
      const fields = [
        ...['locationId', 'companyId', 'appId', 'webhookId', 'timestamp', 'contactId', 'id'],
        ...['conversationId', 'messageType', 'dateAdded', 'locations', 'appointment', 'status'],
      ];
      for (const field of fields) {
        const deep = Buffer.from(`{"${field}":${nested},"type":"${type}"}`);
        expect([field, read(deep).type]).toEqual([field, type]);
      }
    },
  );

  test('what stands for an app and is no id is another app', () => {
    for (const appId of [7, true, {}, ['app']]) {
      expect(parse({ type: 'NoteCreate', appId }).appId).toEqual(expect.any(String));
    }
    for (const appId of [undefined, null, '']) {
      expect(parse({ type: 'NoteCreate', appId }).appId).toBeUndefined();
    }
  });

  test('reads a long event as it reads a short one', () => {
    const fields = {
      webhookId: 'webhook1',
      conversationId: 'conversation1',
      messageId: 'message1',
      dateAdded: '2026-01-05T10:00:00.000Z',
      timestamp: '2026-01-05T10:00:01.000Z',
    };
    const long = inboundMessage({ ...fields, body: 'x"\\'.repeat(200_000) });
    const { body, ...rest } = read(long);
    expect(rest).toEqual({ ...read(inboundMessage(fields)), body: undefined });
    expect(body.equals(long)).toBe(true);
  });

  test('what no target takes is reduced to what is short in it', () => {
    const large = inboundMessage({ webhookId: 'webhook1', body: 'x'.repeat(10_000_000) });
    const event = read({ body: large, contentType: 'application/json; charset=utf-8' });
    expect(event.body.length).toBeLessThan(10_000);
    // What inboundMessage writes is an object.
    const { body: _body, ...rest } = JSON.parse(large.toString()) as Record<string, unknown>;
    expect(JSON.parse(event.body.toString())).toEqual({
      ...rest,
      bodyOmitted: true,
      omittedFields: ['body'],
    });
    expect(event.key).toBe(read(inboundMessage({ webhookId: 'webhook1' })).key);
  });
});

test('newId gives UUIDs of version 7 that sort by time', () => {
  const ids = [1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000].map((time) => newId(time));
  expect(ids.every((id) => isUuid(id) && id[14] === '7' && /[89ab]/.test(id[19] ?? ''))).toBe(true);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(Array.from({ length: 1000 }, () => newId(5))).size).toBe(1000);
});
