import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import {
  FIELD_IDS as id,
  found,
  OBJECT_KEY,
  owner,
  RECORD,
  RECORD_ID,
  schema,
} from '../../support/objects.ts';

const update = App.creates.update_record;
const named = { objectKey: OBJECT_KEY, recordId: RECORD_ID };

function updated(body: object) {
  return highLevel()
    .put(`/objects/${OBJECT_KEY}/records/${RECORD_ID}`, JSON.stringify(body))
    .query({ locationId: LOCATION_ID })
    .reply(200, { record: RECORD });
}

describe('update_record', () => {
  test('sends what is filled in and no more', async () => {
    schema();
    owner();
    updated({ properties: { ticket: 'standard' } });
    const inputData = { ...named, [`field_choice_${id.ticket}`]: 'standard' };
    await expect(run(update, { inputData })).resolves.toMatchObject({
      id: RECORD_ID,
      ownerName: 'Sam Agent',
    });
  });

  test('leaves an amount in the currency that the record has', async () => {
    schema();
    owner();
    highLevel()
      .get(`/objects/${OBJECT_KEY}/records/${RECORD_ID}`)
      .query({ locationId: LOCATION_ID })
      .reply(200, {
        record: { ...RECORD, properties: { price: { currency: 'EUR', value: 10 } } },
      });
    updated({ properties: { price: { currency: 'EUR', value: 20.25 } } });
    const inputData = { ...named, [`field_money_${id.price}`]: '20.25' };
    await expect(run(update, { inputData })).resolves.toMatchObject({ id: RECORD_ID });
  });

  test('finds the record by its name', async () => {
    schema().persist();
    owner();
    found(
      [RECORD, { ...RECORD, id: '67b2c4d8e1f30a5b7c9d2e42', properties: { event: 'Spring' } }],
      {
        filters: [{ field: 'properties.event', operator: 'eq', value: 'spring conference' }],
      },
    );
    updated({ properties: { event: 'Fall Conference' } });
    const inputData = {
      ...named,
      recordId: 'spring conference',
      [`field_text_${id.event}`]: 'Fall Conference',
    };
    await expect(run(update, { inputData })).resolves.toMatchObject({ id: RECORD_ID });
  });

  test('says so where two records have the name', async () => {
    schema();
    found([RECORD, { ...RECORD, id: '67b2c4d8e1f30a5b7c9d2e42' }], {
      filters: [{ field: 'properties.event', operator: 'eq', value: 'Spring Conference' }],
    });
    const inputData = { ...named, recordId: 'Spring Conference', owner: 'uS3rPq8LmN2vXc7ZtYwE' };
    await expect(run(update, { inputData })).rejects.toThrow(/Spring Conference both match/);
  });

  test('asks for a change', async () => {
    schema();
    await expect(run(update, { inputData: named })).rejects.toThrow(
      'Nothing to change. Fill in at least one field besides \\"Record\\".',
    );
  });
});
