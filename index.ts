import { defineApp, version as platformVersion } from 'zapier-platform-core';

import { AREAS, CHOSEN_AREAS } from './areas.ts';
import authentication from './authentication.ts';
import * as dropdowns from './dropdowns.ts';
import * as hydrators from './hydrators.ts';
import { usesPrivateToken } from './lib/connection/environment.ts';
import { privateToken } from './lib/connection/private_token.ts';
import { fillDropdowns } from './lib/inputs/dropdowns.ts';
import { operationsIn } from './lib/operations/areas.ts';
import { offered } from './lib/operations/offer.ts';
import { asSearches, asSteps } from './lib/operations/operations.ts';
import { withoutLostPointers } from './lib/operations/pointers.ts';
import { completeRequest, throwFailures } from './middleware.ts';
import packageJson from './package.json' with { type: 'json' };

fillDropdowns(dropdowns);

const { triggers, searches, creates, searchOrCreates } = withoutLostPointers(
  [
    operationsIn(AREAS, 'triggers'),
    operationsIn(AREAS, 'searches'),
    operationsIn(AREAS, 'creates'),
    operationsIn(AREAS, 'searchOrCreates'),
  ],
  {
    triggers: offered(operationsIn(CHOSEN_AREAS, 'triggers')),
    searches: operationsIn(CHOSEN_AREAS, 'searches'),
    creates: offered(operationsIn(CHOSEN_AREAS, 'creates')),
    searchOrCreates: operationsIn(CHOSEN_AREAS, 'searchOrCreates'),
  },
);

export default defineApp({
  version: packageJson.version,
  platformVersion,
  authentication: usesPrivateToken() ? privateToken : authentication,
  beforeRequest: [completeRequest],
  afterResponse: [throwFailures],
  hydrators: { ...hydrators },
  triggers: asSteps(triggers),
  searches: asSearches(searches),
  creates: asSteps(creates),
  searchOrCreates,
  flags: {
    // Blank values are handled in one place, lib/inputs/inputs.ts, with the labels of their fields.
    cleanInputData: false,
    // lib/http/failures.ts reads HighLevel's headers to know how long to wait.
    throwForThrottlingEarly: false,
  },
});
