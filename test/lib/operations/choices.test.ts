import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, runMethod } from '../../support/app.ts';
import { choicesOf } from '../../support/fields.ts';

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
      { id: 'con1', firstName: 'Anna', lastName: 'Example', email: 'anna@example.com' },
      { id: 'con2', email: 'b@example.com', phone: '+15550100123' },
      { id: 'con3', phone: '+15550100124' },
      { id: 'con4', companyName: 'Example Studio' },
      { id: 'con5' },
    ]);
    expect(await open(CONTACTS)).toEqual({
      results: [
        { id: 'con1', label: 'Anna Example' },
        { id: 'con2', label: 'b@example.com' },
        { id: 'con3', label: '+15550100124' },
        { id: 'con4', label: 'Example Studio' },
        { id: 'con5', label: 'Contact without a name' },
      ],
      paging_token: null,
    });
  });

  test('goes on from page to page', async () => {
    searched(
      1,
      Array.from({ length: 100 }, (_, index) => ({ id: `con${index}` })),
    );
    await expect(open(CONTACTS)).resolves.toMatchObject({ paging_token: '2' });
    searched(2, [{ id: 'con100', firstName: 'Last' }]);
    await expect(open(CONTACTS, '2')).resolves.toEqual({
      results: [{ id: 'con100', label: 'Last' }],
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
      id: `cnv${index}`,
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
    expect(page).toHaveProperty('results.0', { id: 'cnv0', label: 'Anna Example (SMS)' });
    expect(page).toHaveProperty('results.1', { id: 'cnv1', label: 'Unnamed contact' });

    highLevel()
      .get('/conversations/search')
      .query((query) => query['startAfterDate'] === '1795514519901')
      .reply(200, { conversations: [] });
    expect(await open(CONVERSATIONS, '1795514519901')).toEqual({ results: [], paging_token: null });
  });
});

test('The dropdown of assigned users begins with nobody, and leaves out who was deleted', async () => {
  highLevel()
    .get('/users/')
    .query({ locationId: LOCATION_ID })
    .reply(200, {
      users: [
        { id: 'usr1', name: 'Sam Agent' },
        { id: 'usr2', email: 'owner@example.com' },
        { id: 'usr3' },
        { id: 'usr4', name: 'Gone', deleted: true },
      ],
    });
  expect(await open([newConversation, 'assignedTo'])).toEqual({
    results: [
      { id: 'unassigned', label: 'Unassigned' },
      { id: 'usr1', label: 'Sam Agent' },
      { id: 'usr2', label: 'owner@example.com' },
      { id: 'usr3', label: 'User without a name' },
    ],
    paging_token: null,
  });
});
