import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.contact_created;
const { event, record } = fixture('contact_created');

describe('contact_created', () => {
  testsOfEveryHook(trigger, { events: ['ContactCreate'], event, meanwhile: 'New Contact' });

  test('reads the event', async () => {
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
  });

  test.each([
    ['a tag, in any case', { tag: 'VIP' }, { tag: 'lead' }],
    [
      'an assigned user',
      { assignedTo: 'uS3rPq8LmN2vXc7ZtYwE' },
      { assignedTo: 'uS3rPq8LmN2vXc7ZtYwF' },
    ],
  ])('keeps to %s', async (_what, same, other) => {
    expect(await run(trigger, delivered(event, { inputData: same }))).toHaveLength(1);
    expect(await run(trigger, delivered(event, { inputData: other }))).toEqual([]);
  });

  test('takes samples from the latest contacts that fit', async () => {
    highLevel()
      .post('/contacts/search', {
        locationId: LOCATION_ID,
        pageLimit: 20,
        sort: [{ field: 'dateAdded', direction: 'desc' }],
      })
      .matchHeader('version', '2021-07-28')
      .reply(200, {
        contacts: [
          { id: 'k1ZbR4xVnL0shT7gK2mW', tags: ['lead'] },
          { id: 'k2ZbR4xVnL0shT7gK2mW', tags: ['vip'] },
        ],
        total: 2,
      });
    expect(await runHook(trigger, 'performList', { inputData: { tag: 'vip' } })).toMatchObject([
      { id: 'k2ZbR4xVnL0shT7gK2mW', tags: ['vip'] },
    ]);
  });

  test('keeps to a source', async () => {
    const of = (source: string) => run(trigger, delivered(event, { inputData: { source } }));
    expect(await of(String(event['source']).toUpperCase())).toHaveLength(1);
    expect(await of('another form')).toEqual([]);
  });

  test.each([
    ['a person', { source: 'WEB_USER', channel: 'APP' }, 'person'],
    ['an app', { source: 'INTEGRATION', channel: 'OAUTH' }, 'app'],
    ['a form', { source: 'FORM', channel: 'APP' }, 'other'],
  ])(
    'keeps to what created the contact, which is read once: %s',
    async (_what, creator, wanted) => {
      const created = (createdBy: string) => {
        highLevel()
          .get(`/contacts/${String(event['id'])}`)
          .reply(200, { contact: { id: event['id'], createdBy: creator } });
        return run(trigger, delivered(event, { inputData: { createdBy } }));
      };
      for (const createdBy of ['person', 'app', 'other']) {
        expect(await created(createdBy)).toHaveLength(createdBy === wanted ? 1 : 0);
      }
      expect(await created('not_app')).toHaveLength(wanted === 'app' ? 0 : 1);
    },
  );
});
