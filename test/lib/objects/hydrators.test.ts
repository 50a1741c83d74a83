import { describe, expect, test } from '@jest/globals';

import * as hydrators from '../../../hydrators.ts';
import { runMethod } from '../../support/app.ts';
import { OBJECT_KEY, owner, RECORD_ID, schema, VALUES } from '../../support/objects.ts';
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
