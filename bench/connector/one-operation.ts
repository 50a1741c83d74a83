import { defineApp, version as platformVersion } from 'zapier-platform-core';

import authentication from '../../authentication.ts';
import { asSearches } from '../../lib/operations/operations.ts';
import { completeRequest, throwFailures } from '../../middleware.ts';
import findContact from '../../searches/contacts/find_contact.ts';

/** The connector with one operation: what all the others add to a cold start is measured beside it. */
export default defineApp({
  version: '1.0.0',
  platformVersion,
  authentication,
  beforeRequest: [completeRequest],
  afterResponse: [throwFailures],
  searches: asSearches({ find_contact: findContact }),
});
