import { expect, test } from '@jest/globals';

import { toRecord, type RawRecord } from '../../resources/values.ts';
import { highLevel, LOCATION_ID, run, runMethod } from './app.ts';
import { functionOf } from './fields.ts';
import { delivered, readable, runHook, testsOfEveryHook, type Hook } from './hook.ts';
import { found, OBJECT_KEY, OWNER_ID, RECORD, RECORD_ID, schema } from './objects.ts';

const inputData = { objectKey: OBJECT_KEY };

/**
 * What holds of each instant trigger for records.
 *
 * @param of an event as the relay delivers it and the record it becomes, HighLevel's name of the event,
 *   what the examples are sorted by, and whether the object's fields are read for each event
 */
export function testsOfRecordHook(
  trigger: Hook,
  of: { event: RawRecord; record: RawRecord; type: string; sort: string; readsSchema: boolean },
): void {
  const { event, record, type, sort, readsSchema } = of;
  const before = () => (readsSchema ? schema() : undefined);
  testsOfEveryHook(trigger, { events: [type], event, before, inputData });

  test('reads the event', async () => {
    before();
    expect(readable(await run(trigger, delivered(event, { inputData })))).toEqual([record]);
  });

  test.each([
    [{ owner: OWNER_ID }, 1],
    [{ owner: 'uS3rPq8LmN2vXc7ZtYwF' }, 0],
  ])('keeps to %j', async (more, count) => {
    before();
    const asked = { inputData: { ...inputData, ...more } };
    expect(await run(trigger, delivered(event, asked))).toHaveLength(count);
  });

  test('starts no Zap with a record of another object', async () => {
    const asked = { inputData: { objectKey: 'custom_objects.pet' } };
    expect(await run(trigger, delivered(event, asked))).toEqual([]);
  });

  test('takes samples from the records that are there', async () => {
    before();
    found([RECORD], { pageLimit: 20, sort: [{ field: sort, direction: 'desc' }] });
    expect(await runHook(trigger, 'performList', { inputData })).toMatchObject([
      { id: RECORD_ID, objectKey: OBJECT_KEY, ownerId: OWNER_ID },
    ]);
  });

  test("names the object's own fields", async () => {
    schema();
    const { outputFields } = toRecord(trigger.operation);
    const fields = await runMethod(functionOf(outputFields), { inputData });
    const prefix = readsSchema ? 'fields__' : 'record__fields__';
    expect(fields).toEqual(
      expect.arrayContaining([{ key: `${prefix}price`, label: 'Price', type: 'number' }]),
    );
  });
}

/** An event as HighLevel documents it: without its own name and that of its object. */
export function asDocumented({ type: _type, objectKey: _object, ...event }: RawRecord): RawRecord {
  return event;
}

/** HighLevel's answer for one record. */
export function recordAnswered(status = 200) {
  return highLevel()
    .get(`/objects/${OBJECT_KEY}/records/${RECORD_ID}`)
    .query({ locationId: LOCATION_ID })
    .reply(status, { record: RECORD });
}
