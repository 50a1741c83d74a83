import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import {
  ASSOCIATION_ID,
  associations,
  contact,
  CONTACT_ID,
  LINK,
  LINK_ID,
  links,
} from '../../support/links.ts';
import { RECORD_ID } from '../../support/objects.ts';
import { recordAnswered } from '../../support/record_hooks.ts';

const inputData = {
  associationId: 'Registration – Guest',
  firstRecord: RECORD_ID,
  secondRecord: CONTACT_ID,
};

describe('unlink_records', () => {
  test.each([
    ['ends the link', [LINK], { wasLinked: true, linkId: LINK_ID }],
    ['succeeds where there is none', [], { wasLinked: false, linkId: null }],
  ])('%s', async (_what, present, result) => {
    associations().persist();
    recordAnswered();
    contact();
    links(RECORD_ID, present, { associationIds: ASSOCIATION_ID });
    if (present.length > 0) {
      highLevel()
        .delete(`/associations/relations/${LINK_ID}`)
        .query({ locationId: LOCATION_ID })
        .reply(200, LINK);
    }
    await expect(run(App.creates.unlink_records, { inputData })).resolves.toMatchObject({
      id: RECORD_ID,
      secondRecordId: CONTACT_ID,
      ...result,
    });
  });
});
