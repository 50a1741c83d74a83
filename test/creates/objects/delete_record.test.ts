import { expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { OBJECT_KEY, RECORD_ID } from '../../support/objects.ts';

test('delete_record deletes a record of the custom object', async () => {
  highLevel()
    .delete(`/objects/${OBJECT_KEY}/records/${RECORD_ID}`)
    .query({ locationId: LOCATION_ID })
    .reply(200, { id: RECORD_ID, success: true });
  const inputData = { objectKey: OBJECT_KEY, recordId: RECORD_ID };
  await expect(run(App.creates.delete_record, { inputData })).resolves.toEqual({
    id: RECORD_ID,
    deleted: true,
  });
});
