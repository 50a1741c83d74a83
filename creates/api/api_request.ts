import { defineCreate, type CreatePerform } from 'zapier-platform-core';

import { requestAsWritten } from '../../lib/api/request.ts';
import { requestFields } from '../../lib/api/fields.ts';
import { defineForAgencyToo } from '../../lib/operations/sub_account_field.ts';
import { apiResponse } from '../../resources/api_response.ts';

export const perform = (async (z, bundle) =>
  requestAsWritten(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof requestFields>;

const request = defineCreate({
  key: 'api_request',
  noun: 'Request',
  display: {
    label: 'API Request',
    description:
      'Sends any request to the API (the way apps talk to each other) with your connection, for anything that no other step can do. For people who work with the API documentation.',
  },
  operation: { inputFields: requestFields, perform, ...apiResponse.output },
});

export default defineForAgencyToo(request);
