import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text, texts } from './fields.ts';
import { CONTACT_LINK_EXAMPLE, contactLink } from './links.ts';

/** Who follows a contact, after some were added or removed. */
export const contactFollowers = defineResource(
  "contact's followers",
  () =>
    z.object({
      id: id('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      followers: texts('Follower User IDs', ['uS3rPq8LmN2vXc7ZtYwE']),
      changed: texts('Changed User IDs', ['uS3rPq8LmN2vXc7ZtYwE']),
      link: text('Contact Link', CONTACT_LINK_EXAMPLE),
    }),
  (raw) => ({
    ...raw,
    changed: raw['followersAdded'] ?? raw['followersRemoved'],
    link: contactLink(raw['locationId'], raw['id']),
  }),
);
