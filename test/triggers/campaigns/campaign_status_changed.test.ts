import { describe, expect, test } from '@jest/globals';

import * as hydrators from '../../../hydrators.ts';
import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.campaign_status_changed;
const { event, record } = fixture('campaign_status_changed');

const OTHER = 'cPt9Xm7Ao1Hnc4Suos2M';

describe('campaign_status_changed', () => {
  testsOfEveryHook(trigger, { events: ['CampaignStatusUpdate'], event });

  test('reads the event', async () => {
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
  });

  test('reads an event without contact and template', async () => {
    const { contactId: _contact, templateId: _template, ...thin } = event;
    expect(readable(await run(trigger, delivered(thin)))).toMatchObject([
      {
        contactId: null,
        contact: null,
        campaignName: { with: { campaignIds: [event['id']] } },
      },
    ]);
  });

  test.each([
    [{ campaignId: event['id'] }, 1],
    [{ campaignId: event['templateId'] }, 1],
    [{ campaignId: OTHER }, 0],
    [{ status: 'Paused' }, 1],
    [{ status: 'finished' }, 0],
  ])('keeps to %j', async (inputData, count) => {
    expect(await run(trigger, delivered(event, { inputData }))).toHaveLength(count);
  });

  test('has no examples: HighLevel keeps no list', async () => {
    expect(await runHook(trigger, 'performList')).toEqual([]);
  });

  test.each([
    [OTHER, 'Spring Recall'],
    ['cPt9Xm7Ao1Hnc4Suos2Z', ''],
  ])('fetches the name of the campaign %s', async (id, name) => {
    highLevel()
      .get('/campaigns/')
      .query({ locationId: LOCATION_ID })
      .reply(200, { campaigns: [{ id: OTHER, name: 'Spring Recall' }] });
    const inputData = { campaignIds: ['cPs2Hx8Xh9Fjc6Svuj3E', id] };
    expect(await runMethod(hydrators.campaignName, { inputData })).toBe(name);
  });
});
