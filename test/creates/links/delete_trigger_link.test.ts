import { expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { LINK_ID } from '../../support/marketing.ts';

test('delete_trigger_link says what it deleted', async () => {
  highLevel().delete(`/links/${LINK_ID}`).reply(200, { succeded: true });
  expect(await run(App.creates.delete_trigger_link, { inputData: { linkId: LINK_ID } })).toEqual({
    id: LINK_ID,
    deleted: true,
  });
});
