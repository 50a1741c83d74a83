import { describe, expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { delivered, fixture } from '../../support/hook.ts';
import { FIELDS, OBJECT_KEY, schema } from '../../support/objects.ts';
import { asDocumented, testsOfRecordHook } from '../../support/record_hooks.ts';

const trigger = App.triggers.record_deleted;
const { event, record } = fixture('record_deleted');

describe('record_deleted', () => {
  testsOfRecordHook(trigger, {
    event,
    record,
    type: 'RecordDelete',
    sort: 'updatedAt',
    readsSchema: true,
  });

  test.each([
    ['all', FIELDS, 1],
    ['some', FIELDS.slice(0, 2), 0],
  ])(
    'where the event names no object, the chosen one must have a field for each value: %s',
    async (_what, fields, count) => {
      schema(fields);
      const asked = { inputData: { objectKey: OBJECT_KEY } };
      expect(await run(trigger, delivered(asDocumented(event), asked))).toHaveLength(count);
    },
  );
});
