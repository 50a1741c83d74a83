import { highLevel, LOCATION_ID } from './app.ts';
import { OBJECT_KEY, objects, RECORD_ID } from './objects.ts';

export const CONTACT_ID = 'hT7gK2mWq9ZbR4xVnL0s';
export const ASSOCIATION_ID = '669e5795add2094075906c65';
export const LINK_ID = '67b2c5a1e1f30a5b7c9d2f10';

const GUEST = {
  id: ASSOCIATION_ID,
  key: 'registration_guest',
  firstObjectKey: OBJECT_KEY,
  firstObjectLabel: 'Registration',
  secondObjectKey: 'contact',
  secondObjectLabel: 'Guest',
  associationType: 'USER_DEFINED',
};

/** Of one kind of record at both ends. */
export const FRIEND_ID = '669e5795add2094075906c66';

/** HighLevel's answer for the list of associations. */
export function associations() {
  return highLevel()
    .get('/associations/')
    .query({ locationId: LOCATION_ID, skip: 0, limit: 100 })
    .reply(200, {
      associations: [
        GUEST,
        {
          ...GUEST,
          id: FRIEND_ID,
          key: 'friend_friend',
          firstObjectKey: 'contact',
          firstObjectLabel: 'Inviter',
          secondObjectLabel: 'Invited',
        },
      ],
    });
}

/** What a step reads beside its records. */
export function lists(): void {
  associations().persist();
  objects();
}

/** A link as HighLevel answers it. */
export const LINK = {
  id: LINK_ID,
  associationId: ASSOCIATION_ID,
  firstObjectKey: OBJECT_KEY,
  firstRecordId: RECORD_ID,
  secondObjectKey: 'contact',
  secondRecordId: CONTACT_ID,
};

/** HighLevel's answer for what a record is linked to. */
export function links(recordId: string, relations: readonly object[], more: object = {}) {
  return highLevel()
    .get(`/associations/relations/${recordId}`)
    .query({ locationId: LOCATION_ID, skip: 0, limit: 100, ...more })
    .reply(200, { relations, total: relations.length });
}

/** HighLevel's answer for a contact by its ID. */
export function contact(contactId = CONTACT_ID, status = 200) {
  return highLevel()
    .get(`/contacts/${contactId}`)
    .reply(status, { contact: { id: contactId, firstName: 'Anna' } });
}

/** HighLevel's answer to a search for a contact. */
export function contactFound(ids: readonly string[] = [CONTACT_ID]) {
  return highLevel()
    .post('/contacts/search')
    .reply(200, {
      contacts: ids.map((id) => ({ id, name: 'Anna', email: 'anna@example.com' })),
      total: ids.length,
    });
}
