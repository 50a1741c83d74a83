import { expect, test } from '@jest/globals';

import { toRecord, type RawRecord } from '../../resources/values.ts';
import { highLevel, LOCATION_ID, run, runMethod } from './app.ts';
import { functionOf } from './fields.ts';
import { delivered, readable, runHook, testsOfEveryHook, type Hook } from './hook.ts';
import { found, OPPORTUNITY } from './opportunities.ts';

/**
 * What holds of each instant trigger for opportunities.
 *
 * @param of an event as the relay delivers it and the record it becomes, HighLevel's names of the events,
 *   what the examples are sorted by, and the field of which a change is told once
 */
export function testsOfOpportunityHook(
  trigger: Hook,
  of: { event: RawRecord; record: RawRecord; events: string[]; sort: string; tells?: string },
): void {
  const { event, record, events, sort, tells } = of;
  testsOfEveryHook(trigger, { events, event });

  test('reads the event', async () => {
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
  });

  test.each([
    [
      'a stage',
      { pipelineStageId: 'sTg2Pr0PoS4lS6eNt8Qw' },
      { pipelineStageId: 'sTg2Pr0PoS4lS6eNt8Qx' },
    ],
    ['one of several statuses', { statuses: ['lost', 'won'] }, { statuses: ['lost', 'open'] }],
    ['a contact', { contactId: 'hT7gK2mWq9ZbR4xVnL0s' }, { contactId: 'hT7gK2mWq9ZbR4xVnL0t' }],
    ['a source in any case', { source: 'Website Form' }, { source: 'website' }],
    ['a least value', { minimumValue: '2500' }, { minimumValue: '2500.01' }],
  ])('keeps to %s', async (_what, same, other) => {
    expect(await run(trigger, delivered(event, { inputData: same }))).toHaveLength(1);
    expect(await run(trigger, delivered(event, { inputData: other }))).toEqual([]);
  });

  test('takes samples from the opportunities that are there', async () => {
    found([OPPORTUNITY], { sort: [{ field: sort, direction: 'desc' }] });
    expect(await runHook(trigger, 'performList', {})).toMatchObject([
      { id: 'o1ZbR4xVnL0shT7gK2mW' },
    ]);
  });

  if (!events.includes('OpportunityDelete')) testOfCustomFields(trigger);
  if (tells === undefined) return;
  test('tells a change once, though HighLevel sends it twice', async () => {
    const told = { ...event, previous: { changed: {}, unknown: [] } };
    const first = { ...event, previous: { changed: { [tells]: null }, unknown: [] } };
    expect(await run(trigger, delivered(told))).toEqual([]);
    expect(await run(trigger, delivered(first))).toHaveLength(1);
  });
}

/** Of one that was deleted nothing more can be read. */
function testOfCustomFields(trigger: Hook): void {
  test('names the custom fields of opportunities', async () => {
    highLevel()
      .get(`/locations/${LOCATION_ID}/customFields`)
      .query({ model: 'opportunity' })
      .reply(200, {
        customFields: [{ id: 'f1ZbR4xVnL0shT7gK2mW', name: 'Garden Size', dataType: 'NUMERICAL' }],
      });
    const { outputFields } = toRecord(trigger.operation);
    expect(await runMethod(functionOf(outputFields))).toEqual([
      {
        key: 'details__custom__f1ZbR4xVnL0shT7gK2mW',
        label: 'Opportunity Garden Size',
        type: 'number',
      },
    ]);
  });
}
