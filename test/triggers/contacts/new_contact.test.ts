import { afterEach, describe, expect, test } from '@jest/globals';

import { toList, toRecord } from '../../../resources/values.ts';
import { App, forgetCache, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { advanceTime, resumeTime, stopTime } from '../../support/clock.ts';
import { numberedId } from '../../support/ids.ts';

const newContact = App.triggers.new_contact;

describe('new_contact', () => {
  afterEach(resumeTime);

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
            id: 'c2ZbR4xVnL0shT7gK2mW',
            contactName: 'anna example',
            firstName: 'Anna',
            lastName: 'Example',
            address: '12 Main Street',
            dateAdded: '2026-11-20T10:02:00.000Z',
            customFields: [{ id: 'f1ZbR4xVnL0shT7gK2mW', value: 'Ann' }],
          },
          { id: 'c1ZbR4xVnL0shT7gK2mW', contactName: 'info@example.com', firstName: null },
        ],
        total: 2,
      });

    expect(await run(newContact)).toMatchObject([
      {
        id: 'c2ZbR4xVnL0shT7gK2mW',
        name: 'Anna Example',
        address1: '12 Main Street',
        custom: { f1ZbR4xVnL0shT7gK2mW: 'Ann' },
      },
      { id: 'c1ZbR4xVnL0shT7gK2mW', name: 'info@example.com' },
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
          { field: 'assignedTo', operator: 'eq', value: 'u1ZbR4xVnL0shT7gK2mW' },
        ],
      })
      .reply(200, {
        contacts: [
          { id: 'c2ZbR4xVnL0shT7gK2mW', tags: ['vip guest'] },
          { id: 'c1ZbR4xVnL0shT7gK2mW', tags: ['VIP'] },
        ],
      });

    expect(
      await run(newContact, { inputData: { tag: 'VIP', assignedTo: 'u1ZbR4xVnL0shT7gK2mW' } }),
    ).toMatchObject([{ id: 'c1ZbR4xVnL0shT7gK2mW' }]);
  });

  test('keeps to a source and to what created the contact, and says how each was found', async () => {
    const rows = [
      {
        id: 'c3ZbR4xVnL0shT7gK2mW',
        source: 'Website Form',
        createdBy: { source: 'INTEGRATION', channel: 'OAUTH' },
        additionalPhones: [{ phone: '+15550100124' }],
        attributionSource: { medium: 'form', campaign: 'spring', url: 'https://example.com/a' },
      },
      {
        id: 'c2ZbR4xVnL0shT7gK2mW',
        source: 'website form',
        createdBy: { source: 'WEB_USER', channel: 'APP' },
      },
      { id: 'c1ZbR4xVnL0shT7gK2mW', createdBy: { source: 'INTEGRATION', channel: 'OAUTH' } },
    ];
    const found = (inputData: object) => {
      highLevel().post('/contacts/search').reply(200, { contacts: rows, total: 3 });
      return run(newContact, { inputData: { ...inputData } });
    };
    expect(await found({ source: 'website', createdBy: 'app' })).toMatchObject([
      {
        id: 'c3ZbR4xVnL0shT7gK2mW',
        createdBy: 'app',
        additionalPhones: ['+15550100124'],
        foundThrough: 'form',
        foundCampaign: 'spring',
        foundPage: 'https://example.com/a',
      },
    ]);
    expect(await found({ createdBy: 'person' })).toMatchObject([{ id: 'c2ZbR4xVnL0shT7gK2mW' }]);
    expect(await found({ createdBy: 'not_app' })).toMatchObject([{ id: 'c2ZbR4xVnL0shT7gK2mW' }]);
  });

  test('reads a burst to its end, each contact once, and asks once when nothing happened', async () => {
    forgetCache();
    stopTime('2026-11-24T10:10:00Z');
    const contacts = Array.from({ length: 1_000 }, (_, index) => ({
      id: numberedId('c', index),
      dateAdded: new Date(Date.UTC(2026, 10, 24, 10, 9) - index * 100).toISOString(),
    }));
    const answer = (page: number) =>
      highLevel()
        .post('/contacts/search', (body) => toRecord(body)['page'] === page)
        .reply(200, { contacts: contacts.slice((page - 1) * 100, page * 100) });
    for (let page = 1; page <= 11; page += 1) answer(page);
    const found = toList(await run(newContact)).map((entry) => toRecord(entry)['id']);
    expect(found).toHaveLength(1_000);
    expect(new Set(found).size).toBe(1_000);

    advanceTime(2 * 60 * 60_000);
    answer(1);
    expect(await run(newContact)).toHaveLength(100);
  });
});
