import { describe, expect, test } from '@jest/globals';

import * as hydrators from '../../../hydrators.ts';
import { runMethod } from '../../support/app.ts';
import { OBJECT_KEY, owner, RECORD_ID, schema, VALUES } from '../../support/objects.ts';
import { ASSOCIATION_ID, contact, CONTACT_ID, lists } from '../../support/links.ts';
import { recordAnswered } from '../../support/record_hooks.ts';

const inputData = { objectKey: OBJECT_KEY, recordId: RECORD_ID };

describe('the record of an event', () => {
  test('has its values by type, choices by their labels, and its owner by name', async () => {
    recordAnswered();
    schema();
    owner();
    await expect(runMethod(hydrators.objectRecord, { inputData })).resolves.toMatchObject({
      name: 'Spring Conference',
      objectName: 'Registration',
      fields: VALUES,
      ownerName: 'Sam Agent',
    });
  });

  test('is empty where it is gone', async () => {
    recordAnswered(404);
    await expect(runMethod(hydrators.objectRecord, { inputData })).resolves.toMatchObject({
      name: null,
      fields: {},
    });
  });
});

describe('the names of a link', () => {
  const pointer = {
    associationId: ASSOCIATION_ID,
    firstObjectKey: OBJECT_KEY,
    firstRecordId: RECORD_ID,
    secondObjectKey: 'contact',
    secondRecordId: CONTACT_ID,
  };

  test('are those of its association, its objects and its records', async () => {
    lists();
    recordAnswered();
    schema();
    contact();
    await expect(runMethod(hydrators.link, { inputData: pointer })).resolves.toEqual({
      associationName: 'Registration – Guest',
      firstObjectName: 'Registration',
      firstRecordName: 'Spring Conference',
      secondObjectName: 'Contact',
      secondRecordName: 'Anna',
    });
  });

  test('are empty where all of it is gone', async () => {
    lists();
    recordAnswered(404);
    contact(CONTACT_ID, 400);
    const gone = { ...pointer, associationId: '669e5795add2094075906c67' };
    await expect(runMethod(hydrators.link, { inputData: gone })).resolves.toMatchObject({
      associationName: null,
      firstRecordName: null,
      secondRecordName: null,
    });
  });
});
