import { afterEach, describe, expect, test } from '@jest/globals';

import { toList, toRecord } from '../../../resources/values.ts';
import { App, forgetCache, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { advanceTime, resumeTime, stopTime } from '../../support/clock.ts';

const trigger = App.triggers.contact_matched;

const ANNA = 'hT7gK2mWq9ZbR4xVnL0s';
const BEN = 'hT7gK2mWq9ZbR4xVnL0t';
const PIPELINE = 'pIp5Qe2aTzX8wLr4KpYb';

const numbered = (index: number) => `hT7gK2mWq9ZbR4xV${1000 + index}`;

describe('contact_matched', () => {
  afterEach(resumeTime);

  test('asks for contacts that match, those changed last first', async () => {
    highLevel()
      .post('/contacts/search', {
        locationId: LOCATION_ID,
        pageLimit: 100,
        page: 1,
        sort: [{ field: 'dateUpdated', direction: 'desc' }],
        filters: [
          { field: 'tags', operator: 'contains', value: 'vip' },
          {
            field: 'opportunities',
            operator: 'nested',
            value: [
              { field: 'pipelineId', operator: 'eq', value: PIPELINE },
              { field: 'status', operator: 'eq', value: 'won' },
            ],
          },
        ],
      })
      .reply(200, {
        contacts: [
          { id: ANNA, firstName: 'Anna', tags: ['vip'] },
          { id: BEN, tags: ['vip guest'] },
        ],
      });

    const inputData = { tag: 'VIP', pipelineId: PIPELINE, opportunityStatus: 'won' };
    expect(await run(trigger, { inputData })).toMatchObject([{ id: ANNA, name: 'Anna' }]);
  });

  test('knows all that match when the Zap is turned on, and later asks once', async () => {
    forgetCache();
    stopTime('2026-11-24T10:00:00Z');
    const contacts = Array.from({ length: 250 }, (_, index) => ({
      id: numbered(index),
      source: 'form',
      dateUpdated: new Date(Date.UTC(2026, 9, 24) - index * 60_000).toISOString(),
    }));
    const answer = (page: number) =>
      highLevel()
        .post('/contacts/search', (body) => toRecord(body)['page'] === page)
        .reply(200, { contacts: contacts.slice((page - 1) * 100, page * 100) });
    const inputData = { source: 'form' };
    for (const page of [1, 2, 3]) answer(page);
    const known = await run(trigger, { inputData, meta: { isPopulatingDedupe: true } });
    expect(toList(known)).toHaveLength(250);

    advanceTime(60 * 60_000);
    answer(1);
    expect(await run(trigger, { inputData })).toHaveLength(100);
  });

  test('reads a burst of changes to what the last poll knew', async () => {
    forgetCache();
    stopTime('2026-11-24T10:00:00Z');
    const inputData = { source: 'form' };
    const row = (index: number, date: number) => ({
      id: numbered(index),
      dateUpdated: new Date(date - index * 100).toISOString(),
    });
    const before = row(500, Date.UTC(2026, 10, 24, 9));
    highLevel()
      .post('/contacts/search')
      .reply(200, { contacts: [before] });
    await run(trigger, { inputData });

    advanceTime(60 * 60_000);
    const burst = Array.from({ length: 150 }, (_, index) =>
      row(index, Date.UTC(2026, 10, 24, 10, 30)),
    );
    for (const part of [burst.slice(0, 100), [...burst.slice(100), before]]) {
      highLevel().post('/contacts/search').reply(200, { contacts: part });
    }
    expect(await run(trigger, { inputData })).toHaveLength(151);
  });

  test('wants a filter', async () => {
    await expect(run(trigger)).rejects.toThrow(/Fill in/);
  });
});
