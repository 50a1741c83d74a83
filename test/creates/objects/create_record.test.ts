import { describe, expect, test } from '@jest/globals';
import type nock from 'nock';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import {
  FIELD_IDS,
  FIELDS,
  OBJECT_KEY,
  objects,
  owner,
  OWNER_ID,
  RECORD,
  RECORD_ID,
  schema,
  VALUES,
} from '../../support/objects.ts';

const create = App.creates.create_record;
const objectKey = OBJECT_KEY;

function created(properties: nock.DataMatcherMap) {
  return highLevel()
    .post(`/objects/${OBJECT_KEY}/records`, { locationId: LOCATION_ID, properties })
    .reply(201, { record: { ...RECORD, owner: [] } });
}

const id = FIELD_IDS;

describe('create_record', () => {
  test('writes a field of each type as HighLevel keeps it, choices by their labels', async () => {
    schema();
    created({
      event: 'Spring Conference',
      notes: 'Two lines\nof text',
      seats: 2,
      phone: '+15550100123',
      price: { currency: 'EUR', value: 49.5 },
      ticket: 'early_bird',
      meals: ['lunch', 'dinner,_late'],
      event_date: '2027-03-05',
      badge: [{ url: 'https://files.example.com/badge.png' }],
      'checklist.before': 'Print badge',
      rating: '5',
      source: 'A friend',
    });
    const inputData = {
      objectKey,
      [`field_text_${id.event}`]: 'Spring Conference',
      [`field_long_${id.notes}`]: 'Two lines\nof text',
      [`field_number_${id.seats}`]: '2',
      [`field_phone_${id.phone}`]: '+1 (555) 010-0123',
      [`field_money_${id.price}`]: '€49.50',
      [`field_currency_${id.price}`]: 'eur',
      [`field_choice_${id.ticket}`]: 'EARLY bird',
      [`field_list_${id.meals}`]: 'lunch, dinner, late',
      [`field_date_${id.event_date}`]: '3/5/2027',
      [`field_files_${id.badge}`]: 'https://files.example.com/badge.png',
      [`field_box_${id.checklist}_before`]: 'Print badge',
      [`field_text_${id.rating}`]: 5,
      [`field_choice_${id.source}`]: 'A friend',
    };
    await expect(run(create, { inputData })).resolves.toMatchObject({
      id: RECORD_ID,
      name: 'Spring Conference',
      objectName: 'Registration',
      objectKey: OBJECT_KEY,
      fields: VALUES,
      valuesText: expect.stringContaining('Ticket: Early Bird\nMeals: Lunch, Dinner, Late'),
      ownerName: null,
      createdAt: '2026-11-20T10:02:00.000Z',
    });
  });

  test('finds the custom object by its name, and names the owner', async () => {
    objects().persist();
    schema();
    owner();
    highLevel()
      .post(`/objects/${OBJECT_KEY}/records`, {
        locationId: LOCATION_ID,
        properties: { event: 'Gala', price: { currency: 'default', value: 10 } },
        owner: [OWNER_ID],
        followers: [OWNER_ID],
      })
      .reply(201, { record: RECORD });
    const inputData = {
      objectKey: 'registrations',
      [`field_text_${id.event}`]: 'Gala',
      [`field_money_${id.price}`]: '10',
      owner: OWNER_ID,
      followers: OWNER_ID,
    };
    await expect(run(create, { inputData })).resolves.toMatchObject({
      ownerName: 'Sam Agent',
      ownerId: OWNER_ID,
    });
  });

  test('lists the choices to another value', async () => {
    schema();
    const inputData = { objectKey, [`field_choice_${id.ticket}`]: 'VIP' };
    await expect(run(create, { inputData })).rejects.toThrow(
      /Ticket.* cannot be .*VIP.*Choose one of these: Standard, Early Bird\./,
    );
  });

  test('goes on when a field is renamed, and says when it is gone', async () => {
    const [event, ...others] = FIELDS;
    schema([{ ...event, name: 'Occasion' }, ...others]);
    created({ event: 'Gala' });
    const inputData = { objectKey, [`field_text_${id.event}`]: 'Gala' };
    await expect(run(create, { inputData })).resolves.toMatchObject({ id: RECORD_ID });

    schema(others);
    const meta = { inputFields: { [`field_text_${id.event}`]: { label: 'Event' } } };
    await expect(run(create, { inputData, meta })).rejects.toThrow(
      /Event.* is no field of the custom object Registration/,
    );
  });

  test.each([
    [{}, /no field of the custom object Registration is filled in/],
    [{ [`field_currency_${id.price}`]: 'EUR' }, /Price.* and .*Price Currency.* go together/],
  ])('refuses what says too little: %j', async (fields, sentence) => {
    schema();
    await expect(run(create, { inputData: { objectKey, ...fields } })).rejects.toThrow(sentence);
  });
});
