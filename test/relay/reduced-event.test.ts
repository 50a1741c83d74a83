import { describe, expect, test } from '@jest/globals';

import { reduceEvent } from '../../relay/reduced-event.ts';

const LONG = 'x'.repeat(5000);

function reduce(event: unknown): unknown {
  return JSON.parse(reduceEvent(Buffer.from(JSON.stringify(event))).toString());
}

describe('reduceEvent', () => {
  test('keeps ids, names, dates and short lists, and names what it leaves out', () => {
    const short = {
      type: 'InboundMessage',
      locationId: 'location1',
      messageId: 'message1',
      conversationId: 'conversation1',
      dateAdded: '2026-01-01T00:00:00.000Z',
      subject: 'Grüße "von" uns',
      to: ['a@example.com'],
      unread: 3,
      deleted: false,
      userId: null,
    };
    expect(reduce({ body: LONG, ...short, attachments: Array(100).fill(LONG) })).toEqual({
      ...short,
      bodyOmitted: true,
      omittedFields: ['body', 'attachments'],
    });
  });

  test('keeps what is short inside of a long object', () => {
    const appointment = { id: 'appointment1', contactId: 'contact1', notes: LONG };
    expect(reduce({ type: 'AppointmentCreate', locationId: 'a', appointment })).toEqual({
      type: 'AppointmentCreate',
      locationId: 'a',
      appointment: { id: 'appointment1', contactId: 'contact1' },
      bodyOmitted: true,
      omittedFields: ['appointment.notes'],
    });
  });

  test.each<[string, unknown]>([
    [
      'very many fields',
      Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`f${i}`, i])),
    ],
    ['very long names', Object.fromEntries([1, 2, 3].map((i) => [`${LONG}${i}`, i]))],
    ['objects in objects', { a: { b: { c: { d: { e: { f: LONG } } } } } }],
  ])('stays small with %s', (_what, more) => {
    const reduced = reduceEvent(Buffer.from(JSON.stringify({ id: 'a', more, body: LONG })));
    expect(reduced.length).toBeLessThan(100_000);
    expect(JSON.parse(reduced.toString())).toMatchObject({ id: 'a', bodyOmitted: true });
  });
});
