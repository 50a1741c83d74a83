import { describe, expect, test } from '@jest/globals';
import nock from 'nock';

import { eventFields } from '../../../lib/api/event_fields.ts';
import { EVENT_NAMES } from '../../../lib/hooks/events.ts';
import { App, AUTH_DATA, LOCATION_ID, run } from '../../support/app.ts';
import { delivered, RELAY, runHook, SUBSCRIPTION, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.other_event;

const event = {
  type: 'RecordImported',
  locationId: LOCATION_ID,
  webhookId: '0198f0a2-2d00-7000-8000-00000000000c',
  timestamp: '2026-11-20T10:02:00.000Z',
  id: '67ade73d91ab6dc5b0d3d6f7',
  rows: 12,
  source: { name: 'pets.csv', sentAt: 1_795_168_925 },
  owners: ['usr1ZbR4xVnL0shT7gK2'],
};
const inputData = { event: 'RecordImported' };
const targetUrl = 'https://hooks.zapier.com/hooks/standard/1/2/';

describe('other_event', () => {
  testsOfEveryHook(trigger, { events: ['RecordImported'], event, inputData });

  test('gives the fields as they come', async () => {
    const { webhookId, locationId, ...data } = event;
    expect(await run(trigger, delivered(event, { inputData }))).toEqual([
      {
        id: webhookId,
        eventName: 'RecordImported',
        occurredAt: event.timestamp,
        locationId,
        data,
      },
    ]);
  });

  test('takes an event without a type: the relay delivers what was asked for', async () => {
    const { type: _type, timestamp: _timestamp, ...untyped } = event;
    expect(await run(trigger, delivered(untyped, { inputData }))).toMatchObject([
      { eventName: 'RecordImported', occurredAt: null, data: { rows: 12 } },
    ]);
  });

  test('has no examples: HighLevel keeps no list of events', async () => {
    expect(await runHook(trigger, 'performList', { inputData })).toEqual([]);
  });

  test.each([
    ['Contact Tag Update', 'ContactTagUpdate'],
    ['contacttagupdate', 'ContactTagUpdate'],
    ['ConversationUnreadWebhook', 'ConversationUnreadUpdate'],
    ['somethingNew', 'somethingNew'],
  ])('subscribes to %s', async (typed, name) => {
    nock(RELAY)
      .post('/subscriptions', { event: name, locationId: LOCATION_ID, targetUrl })
      .reply(201, SUBSCRIPTION);
    const parts = { targetUrl, inputData: { event: typed } };
    expect(await runHook(trigger, 'performSubscribe', parts)).toMatchObject(SUBSCRIPTION);
  });

  test.each([
    ['Uninstall', 'HighLevel sends it to the publisher'],
    ['locationUpdate', 'belongs to an agency'],
    ['ProviderOutboundMessage', 'providers of messages'],
    ['ConversationStarted', 'Use the trigger \\"Conversation Started\\"'],
    ['StepResumed', 'an event of this integration itself'],
  ])('refuses %s, and says why', async (typed, why) => {
    const parts = { targetUrl, inputData: { event: typed } };
    await expect(runHook(trigger, 'performSubscribe', parts)).rejects.toThrow(why);
    await expect(runHook(trigger, 'performList', parts)).rejects.toThrow(why);
  });

  test('says which permission an event needs that the connection lacks', async () => {
    const authData = { ...AUTH_DATA, scope: 'contacts.readonly' };
    const parts = { targetUrl, inputData: { event: 'OpportunityCreate' }, authData };
    await expect(runHook(trigger, 'performSubscribe', parts)).rejects.toThrow('View Opportunities');
  });

  test('passes on what the relay says of an event whose contents nobody knows', async () => {
    const message =
      'This HighLevel connection cannot read what the event contains. Reconnect the account, and allow "View Calendars" (calendars.readonly).';
    nock(RELAY).post('/subscriptions').reply(403, { error: 'scope_missing', message });
    await expect(runHook(trigger, 'performSubscribe', { targetUrl, inputData })).rejects.toThrow(
      'allow \\"View Calendars\\" (calendars.readonly)',
    );
  });

  test('lists every event by name', () => {
    expect(EVENT_NAMES).toContain('LCEmailStats');
    expect(EVENT_NAMES).not.toContain('ConversationStarted');
    expect(eventFields[0]).toMatchObject({
      choices: { LCEmailStats: 'LC Email Stats', OrderStatusUpdate: 'Order Status Update' },
    });
  });
});
