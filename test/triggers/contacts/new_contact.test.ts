import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const newContact = App.triggers.new_contact;

describe('new_contact', () => {
  test('reads the latest contacts in one request', async () => {
    highLevel()
      .post('/contacts/search', {
        locationId: LOCATION_ID,
        pageLimit: 100,
        page: 1,
        sort: [{ field: 'dateAdded', direction: 'desc' }],
      })
      .reply(200, {
        contacts: [
          {
            id: 'c2',
            contactName: 'anna example',
            firstName: 'Anna',
            lastName: 'Example',
            address: '12 Main Street',
            dateAdded: '2026-11-20T10:02:00.000Z',
            customFields: [{ id: 'f1', value: 'Ann' }],
          },
          { id: 'c1', contactName: 'info@example.com', firstName: null },
        ],
        total: 2,
      });

    expect(await run(newContact)).toMatchObject([
      { id: 'c2', name: 'Anna Example', address1: '12 Main Street', custom: { f1: 'Ann' } },
      { id: 'c1', name: 'info@example.com' },
    ]);
  });

  test('keeps to a tag and a user', async () => {
    highLevel()
      .post('/contacts/search', {
        locationId: LOCATION_ID,
        pageLimit: 100,
        page: 1,
        sort: [{ field: 'dateAdded', direction: 'desc' }],
        filters: [
          { field: 'tags', operator: 'contains', value: 'vip' },
          { field: 'assignedTo', operator: 'eq', value: 'u1' },
        ],
      })
      .reply(200, {
        contacts: [
          { id: 'c2', tags: ['vip guest'] },
          { id: 'c1', tags: ['VIP'] },
        ],
      });

    expect(await run(newContact, { inputData: { tag: 'VIP', assignedTo: 'u1' } })).toMatchObject([
      { id: 'c1' },
    ]);
  });

  test('keeps to a source and to what created the contact, and says how each was found', async () => {
    const rows = [
      {
        id: 'c3',
        source: 'Website Form',
        createdBy: { source: 'INTEGRATION', channel: 'OAUTH' },
        additionalPhones: [{ phone: '+15550100124' }],
        attributionSource: { medium: 'form', campaign: 'spring', url: 'https://example.com/a' },
      },
      { id: 'c2', source: 'website form', createdBy: { source: 'WEB_USER', channel: 'APP' } },
      { id: 'c1', createdBy: { source: 'INTEGRATION', channel: 'OAUTH' } },
    ];
    const found = (inputData: object) => {
      highLevel().post('/contacts/search').reply(200, { contacts: rows, total: 3 });
      return run(newContact, { inputData: { ...inputData } });
    };
    expect(await found({ source: 'website', createdBy: 'app' })).toMatchObject([
      {
        id: 'c3',
        createdBy: 'app',
        additionalPhones: ['+15550100124'],
        foundThrough: 'form',
        foundCampaign: 'spring',
        foundPage: 'https://example.com/a',
      },
    ]);
    expect(await found({ createdBy: 'person' })).toMatchObject([{ id: 'c2' }]);
  });
});
