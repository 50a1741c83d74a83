import { describe, expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { delivered, fixture } from '../../support/hook.ts';
import { OBJECT_KEY } from '../../support/objects.ts';
import { asDocumented, recordAnswered, testsOfRecordHook } from '../../support/record_hooks.ts';

const trigger = App.triggers.new_record;
const { event, record } = fixture('new_record');

describe('new_record', () => {
  testsOfRecordHook(trigger, {
    event,
    record,
    type: 'RecordCreate',
    sort: 'createdAt',
    readsSchema: false,
  });

  test.each([
    [200, 1],
    [404, 0],
  ])('looks for the record where the event names no object: %d', async (status, count) => {
    recordAnswered(status);
    const asked = { inputData: { objectKey: OBJECT_KEY } };
    expect(await run(trigger, delivered(asDocumented(event), asked))).toHaveLength(count);
  });
});
