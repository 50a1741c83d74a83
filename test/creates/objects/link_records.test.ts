import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import {
  ASSOCIATION_ID,
  contact,
  contactFound,
  CONTACT_ID,
  FRIEND_ID,
  LINK,
  LINK_ID,
  links,
  lists,
} from '../../support/links.ts';
import { found, RECORD, RECORD_ID, schema } from '../../support/objects.ts';
import { recordAnswered } from '../../support/record_hooks.ts';

const link = App.creates.link_records;
const ends = { firstRecordId: RECORD_ID, secondRecordId: CONTACT_ID };

function linked(body: Record<string, string> = ends, associationId = ASSOCIATION_ID) {
  return highLevel().post('/associations/relations', {
    locationId: LOCATION_ID,
    associationId,
    ...body,
  });
}

const RESULT = {
  id: LINK_ID,
  associationId: ASSOCIATION_ID,
  associationName: 'Registration – Guest',
  firstObjectName: 'Registration',
  secondObjectName: 'Contact',
  ...ends,
};

const byIds = { associationId: ASSOCIATION_ID, firstRecord: RECORD_ID, secondRecord: CONTACT_ID };

describe('link_records', () => {
  test('links two records by their IDs', async () => {
    lists();
    recordAnswered();
    contact();
    linked().reply(201, LINK);
    await expect(run(link, { inputData: byIds })).resolves.toEqual({
      ...RESULT,
      alreadyLinked: false,
      locationId: LOCATION_ID,
    });
  });

  test.each(['Registration – Guest', 'guest - registration', 'registration_guest'])(
    'finds the association by its name, and the records by theirs: %s',
    async (associationId) => {
      lists();
      schema();
      found([RECORD], {
        filters: [{ field: 'properties.event', operator: 'eq', value: 'Spring Conference' }],
      });
      contactFound();
      linked().reply(201, LINK);
      const inputData = {
        associationId,
        firstRecord: 'Spring Conference',
        secondRecord: 'anna@example.com',
      };
      await expect(run(link, { inputData })).resolves.toMatchObject(RESULT);
    },
  );

  test("puts the records into the association's order", async () => {
    lists();
    schema();
    found([], {
      filters: [{ field: 'properties.event', operator: 'eq', value: 'anna@example.com' }],
    });
    contactFound();
    recordAnswered();
    linked().reply(201, LINK);
    const inputData = {
      associationId: ASSOCIATION_ID,
      firstRecord: 'anna@example.com',
      secondRecord: RECORD_ID,
    };
    await expect(run(link, { inputData })).resolves.toMatchObject(RESULT);
  });

  test('leaves the order as it is where both are of one kind', async () => {
    lists();
    contact();
    contact('hT7gK2mWq9ZbR4xVnL0t');
    linked({ firstRecordId: CONTACT_ID, secondRecordId: 'hT7gK2mWq9ZbR4xVnL0t' }, FRIEND_ID).reply(
      201,
      { ...LINK, associationId: FRIEND_ID },
    );
    const inputData = {
      associationId: FRIEND_ID,
      firstRecord: CONTACT_ID,
      secondRecord: 'hT7gK2mWq9ZbR4xVnL0t',
    };
    await expect(run(link, { inputData })).resolves.toMatchObject({
      associationName: 'Inviter – Invited',
      firstRecordId: CONTACT_ID,
    });
  });

  test('succeeds where the two are linked already', async () => {
    lists();
    recordAnswered();
    contact();
    linked().reply(400, { message: 'duplicate relation: the records are already associated' });
    links(RECORD_ID, [{ ...LINK, secondRecordId: 'other' }, LINK], {
      associationIds: ASSOCIATION_ID,
    });
    await expect(run(link, { inputData: byIds })).resolves.toMatchObject({
      ...RESULT,
      alreadyLinked: true,
    });
  });

  test('passes on another refusal', async () => {
    lists();
    recordAnswered();
    contact();
    linked().reply(400, { message: 'The association takes no more records' });
    await expect(run(link, { inputData: byIds })).rejects.toThrow(/takes no more records/);
  });

  test('says which of the two is not found', async () => {
    lists();
    recordAnswered();
    contact(CONTACT_ID, 400);
    await expect(run(link, { inputData: byIds })).rejects.toThrow(
      /Second Record.* cannot be .*hT7gK2mWq9ZbR4xVnL0s.*: no Contact is found by that, and the association Registration – Guest needs one/,
    );
  });

  test('says so where a text names no record of either kind, or two of one', async () => {
    lists();
    schema().persist();
    const named = { filters: [{ field: 'properties.event', operator: 'eq', value: 'Nothing' }] };
    found([], named);
    const inputData = { ...byIds, firstRecord: 'Nothing' };
    await expect(run(link, { inputData })).rejects.toThrow(
      /First Record.* cannot be .*Nothing.*: no Registration or Contact is found by that/,
    );
    const twice = { ...RECORD, properties: { event: 'Nothing' } };
    found([twice, { ...twice, id: '67b2c4d8e1f30a5b7c9d2e42' }], named);
    await expect(run(link, { inputData })).rejects.toThrow(/both match/);
  });
});
