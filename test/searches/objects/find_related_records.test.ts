import { describe, expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { readable } from '../../support/hook.ts';
import {
  ASSOCIATION_ID,
  associations,
  contactFound,
  CONTACT_ID,
  LINK,
  LINK_ID,
  links,
  lists,
} from '../../support/links.ts';
import { OBJECT_KEY, RECORD_ID, found, schema } from '../../support/objects.ts';

const search = App.searches.find_related_records;

describe('find_related_records', () => {
  test('finds what a record is linked to by any association', async () => {
    lists();
    links(RECORD_ID, [LINK, { ...LINK, _id: 'l2', id: undefined, associationId: 'gone' }]);
    const result = await run(search, { inputData: { record: RECORD_ID } });
    expect(readable(result)).toMatchObject({
      results: [
        {
          id: LINK_ID,
          recordId: RECORD_ID,
          relatedRecordId: CONTACT_ID,
          relatedObject: 'Contact',
          role: 'Guest',
          associationName: 'Registration – Guest',
          contact: { fetch: 'hydrators.contact', with: { contactId: CONTACT_ID } },
          record: null,
        },
        { id: 'l2', associationName: null, role: null },
      ],
      paging_token: null,
    });
  });

  test('finds the record by what a person has in hand, where the association says its kind', async () => {
    lists();
    schema();
    found([], {
      filters: [{ field: 'properties.event', operator: 'eq', value: 'anna@example.com' }],
    });
    contactFound();
    links(CONTACT_ID, [LINK, { ...LINK, associationId: 'other' }], {
      associationIds: ASSOCIATION_ID,
    });
    const inputData = { record: 'anna@example.com', associationId: 'registration_guest' };
    const result = await run(search, { inputData });
    expect(readable(result)).toMatchObject({
      results: [
        {
          relatedRecordId: RECORD_ID,
          relatedObject: 'Registration',
          role: 'Registration',
          contact: null,
          record: {
            fetch: 'hydrators.objectRecord',
            with: { objectKey: OBJECT_KEY, recordId: RECORD_ID },
          },
        },
      ],
    });
  });

  test('finds a contact without the association', async () => {
    lists();
    contactFound();
    links(CONTACT_ID, [LINK]);
    const inputData = { record: 'anna@example.com' };
    await expect(run(search, { inputData })).resolves.toMatchObject({
      results: [{ relatedRecordId: RECORD_ID }],
    });
  });

  test('asks for the association where a text alone does not say the kind', async () => {
    associations();
    await expect(run(search, { inputData: { record: 'Spring Conference' } })).rejects.toThrow(
      /Association.* is empty/,
    );
  });
});
