import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, runMethod } from '../../support/app.ts';
import { toldApart } from '../../../lib/operations/choices.ts';
import { failing } from '../../support/failure.ts';
import { choicesOf } from '../../support/fields.ts';
import { numberedId } from '../../support/ids.ts';

const { new_message: newMessage, new_conversation: newConversation } = App.triggers;

function open(
  [entry, key]: [{ operation: { inputFields?: unknown } }, string],
  paging_token?: string,
) {
  return runMethod(choicesOf(entry, key), { meta: { paging_token } });
}

describe('The dropdown of contacts', () => {
  const CONTACTS: [{ operation: { inputFields?: unknown } }, string] = [newMessage, 'contactId'];

  function searched(page: number, contacts: object[]) {
    highLevel()
      .post('/contacts/search', { locationId: LOCATION_ID, pageLimit: 100, page })
      .reply(200, { contacts });
  }

  test('names each by the best that HighLevel knows of it', async () => {
    searched(1, [
      {
        id: 'con1ZbR4xVnL0shT7gK2',
        firstName: 'Anna',
        lastName: 'Example',
        email: 'anna@example.com',
      },
      { id: 'con2ZbR4xVnL0shT7gK2', email: 'b@example.com', phone: '+15550100123' },
      { id: 'con3ZbR4xVnL0shT7gK2', phone: '+15550100124' },
      { id: 'con4ZbR4xVnL0shT7gK2', companyName: 'Example Studio' },
      { id: 'con5ZbR4xVnL0shT7gK2' },
    ]);
    expect(await open(CONTACTS)).toEqual({
      results: [
        { id: 'con1ZbR4xVnL0shT7gK2', label: 'Anna Example' },
        { id: 'con2ZbR4xVnL0shT7gK2', label: 'b@example.com' },
        { id: 'con3ZbR4xVnL0shT7gK2', label: '+15550100124' },
        { id: 'con4ZbR4xVnL0shT7gK2', label: 'Example Studio' },
        { id: 'con5ZbR4xVnL0shT7gK2', label: 'Contact without a name' },
      ],
      paging_token: null,
    });
  });

  test.each([
    ['in a minute', 429, {}, 'Try again in a minute.'],
    ['in a minute', 500, {}, 'Try again in a minute.'],
    [
      'later, at the limit of a day',
      429,
      { 'x-ratelimit-daily-remaining': '0', 'x-ratelimit-daily-reset': '7200000' },
      'Try again later.',
    ],
  ])('asks to try again %s: nothing repeats it', async (_when, status, headers, advice) => {
    highLevel().post('/contacts/search').reply(status, {}, headers);

    const failure = await failing(open(CONTACTS));
    expect(failure).toMatchObject({ name: 'AppError', code: 'try_again' });
    expect(failure.message).toContain(advice);
    expect(failure.message).not.toContain('Zapier repeats');
  });

  test('tells contacts of one name apart by email or phone', async () => {
    searched(1, [
      {
        id: 'con1ZbR4xVnL0shT7gK2',
        name: 'John Smith',
        email: 'john@example.com',
        phone: '+15550100121',
      },
      { id: 'con2ZbR4xVnL0shT7gK2', name: 'john smith', phone: '+15550100122' },
      { id: 'con3ZbR4xVnL0shT7gK2', name: 'John Smith' },
      { id: 'con4ZbR4xVnL0shT7gK2', name: 'Anna Example', email: 'anna@example.com' },
    ]);
    expect(await open(CONTACTS)).toMatchObject({
      results: [
        { id: 'con1ZbR4xVnL0shT7gK2', label: 'John Smith (john@example.com)' },
        { id: 'con2ZbR4xVnL0shT7gK2', label: 'john smith (+15550100122)' },
        { id: 'con3ZbR4xVnL0shT7gK2', label: 'John Smith' },
        { id: 'con4ZbR4xVnL0shT7gK2', label: 'Anna Example' },
      ],
    });
  });

  test('goes on from page to page', async () => {
    searched(
      1,
      Array.from({ length: 100 }, (_, index) => ({ id: numberedId('con', index) })),
    );
    await expect(open(CONTACTS)).resolves.toMatchObject({ paging_token: '2' });
    searched(2, [{ id: 'con100ZbR4xVnL0shT7g', firstName: 'Last' }]);
    await expect(open(CONTACTS, '2')).resolves.toEqual({
      results: [{ id: 'con100ZbR4xVnL0shT7g', label: 'Last' }],
      paging_token: null,
    });
  });
});

describe('The dropdown of conversations', () => {
  const CONVERSATIONS: [{ operation: { inputFields?: unknown } }, string] = [
    newMessage,
    'conversationId',
  ];

  test('names each by its contact and its channel, and pages by the last message', async () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({
      id: numberedId('cnv', index),
      fullName: index === 0 ? 'Anna Example' : undefined,
      lastMessageType: index === 0 ? 'TYPE_CAMPAIGN_SMS' : undefined,
      lastMessageDate: 1795514520000 - index,
    }));
    highLevel()
      .get('/conversations/search')
      .query((query) => query['startAfterDate'] === undefined && query['limit'] === '100')
      .reply(200, { conversations: rows });
    const page = await open(CONVERSATIONS);
    expect(page).toMatchObject({ paging_token: '1795514519901' });
    expect(page).toHaveProperty('results.0', {
      id: 'cnv0ZbR4xVnL0shT7gK2',
      label: 'Anna Example (SMS)',
    });
    expect(page).toHaveProperty('results.1', {
      id: 'cnv1ZbR4xVnL0shT7gK2',
      label: 'Contact without a name',
    });

    highLevel()
      .get('/conversations/search')
      .query((query) => query['startAfterDate'] === '1795514519901')
      .reply(200, { conversations: [] });
    expect(await open(CONVERSATIONS, '1795514519901')).toEqual({ results: [], paging_token: null });
  });

  test('tells contacts of one name apart, and asks for names that HighLevel left out', async () => {
    highLevel()
      .get('/conversations/search')
      .query(true)
      .reply(200, {
        conversations: [
          {
            id: 'cnv1ZbR4xVnL0shT7gK2',
            contactId: 'con1ZbR4xVnL0shT7gK2',
            fullName: 'John Smith',
            email: 'john@example.com',
            lastMessageType: 'TYPE_SMS',
          },
          {
            id: 'cnv2ZbR4xVnL0shT7gK2',
            contactId: 'con2ZbR4xVnL0shT7gK2',
            fullName: 'John Smith',
            phone: '+15550100122',
          },
          {
            id: 'cnv3ZbR4xVnL0shT7gK2',
            contactId: 'con3ZbR4xVnL0shT7gK2',
            fullName: 'Anna Example',
            email: 'a@example.com',
          },
          {
            id: 'cnv4ZbR4xVnL0shT7gK2',
            contactId: 'con3ZbR4xVnL0shT7gK2',
            fullName: 'Anna Example',
            email: 'a@example.com',
          },
          { id: 'cnv5ZbR4xVnL0shT7gK2', contactId: 'con4ZbR4xVnL0shT7gK2' },
        ],
      });
    highLevel()
      .post('/contacts/search', {
        locationId: LOCATION_ID,
        pageLimit: 100,
        page: 1,
        filters: [
          {
            group: 'OR',
            filters: [{ field: 'id', operator: 'eq', value: 'con4ZbR4xVnL0shT7gK2' }],
          },
        ],
      })
      .reply(200, {
        contacts: [{ id: 'con4ZbR4xVnL0shT7gK2', firstName: 'Sam', lastName: 'Late' }],
      });

    expect(await open(CONVERSATIONS)).toMatchObject({
      results: [
        { id: 'cnv1ZbR4xVnL0shT7gK2', label: 'John Smith (john@example.com, SMS)' },
        { id: 'cnv2ZbR4xVnL0shT7gK2', label: 'John Smith (+15550100122)' },
        { id: 'cnv3ZbR4xVnL0shT7gK2', label: 'Anna Example' },
        { id: 'cnv4ZbR4xVnL0shT7gK2', label: 'Anna Example' },
        { id: 'cnv5ZbR4xVnL0shT7gK2', label: 'Sam Late' },
      ],
    });
  });
});

test('The dropdown of assigned users begins with nobody, and leaves out who was deleted', async () => {
  highLevel()
    .get('/users/')
    .query({ locationId: LOCATION_ID })
    .reply(200, {
      users: [
        { id: 'usr1ZbR4xVnL0shT7gK2', name: 'Sam Agent' },
        { id: 'usr2ZbR4xVnL0shT7gK2', email: 'owner@example.com' },
        { id: 'usr3ZbR4xVnL0shT7gK2' },
        { id: 'usr4ZbR4xVnL0shT7gK2', name: 'Gone', deleted: true },
      ],
    });
  expect(await open([newConversation, 'assignedTo'])).toEqual({
    results: [
      { id: 'unassigned', label: 'Unassigned' },
      { id: 'usr1ZbR4xVnL0shT7gK2', label: 'Sam Agent' },
      { id: 'usr2ZbR4xVnL0shT7gK2', label: 'owner@example.com' },
      { id: 'usr3ZbR4xVnL0shT7gK2', label: 'User without a name' },
    ],
    paging_token: null,
  });
});
test('Choices of one name are told apart, others keep their names', () => {
  const choices = [
    { id: '1', name: 'Sam Agent', detail: 'sam@example.com' },
    { id: '2', name: 'Kim Agent', detail: 'kim@example.com' },
    { id: '3', name: 'sam agent', detail: 'sam.two@example.com' },
    { id: '4', name: 'Sam Agent', detail: null },
  ];
  expect(toldApart(choices)).toEqual([
    { id: '1', name: 'Sam Agent (sam@example.com)' },
    { id: '2', name: 'Kim Agent' },
    { id: '3', name: 'sam agent (sam.two@example.com)' },
    { id: '4', name: 'Sam Agent' },
  ]);
});
