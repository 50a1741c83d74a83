import { defineInputFields } from 'zapier-platform-core';

/** A request that a person writes: lib/api_request.ts makes it. */
export const requestFields = defineInputFields([
  {
    key: 'method',
    label: 'Method',
    type: 'string',
    required: true,
    choices: {
      GET: 'GET (read)',
      POST: 'POST (create, search)',
      PUT: 'PUT (change)',
      PATCH: 'PATCH (change in part)',
      DELETE: 'DELETE',
    },
  },
  {
    key: 'path',
    label: 'Path',
    type: 'string',
    required: true,
    placeholder: '/locations/{locationId}/tags',
    helpText:
      "The path in HighLevel's API documentation, such as `/contacts/`. `{locationId}` becomes the ID of your sub-account, and `{companyId}` that of your agency, here and in the fields below. The connection needs the permission (scope) that HighLevel's documentation names for the endpoint; without it, the error says which one is missing.",
  },
  {
    key: 'query',
    label: 'Query Parameters',
    type: 'string',
    dict: true,
    helpText: 'One name and value each, such as `limit` and `20`.',
  },
  {
    key: 'body',
    label: 'Body',
    type: 'json',
    placeholder: '{"name": "vip"}',
    helpText: 'The body as JSON. This step cannot send files.',
  },
  {
    key: 'version',
    label: 'Version',
    type: 'string',
    choices: {
      '2021-04-15': '2021-04-15',
      '2021-07-28': '2021-07-28',
      '2023-02-21': '2023-02-21',
      v3: 'V3',
    },
    helpText: 'The API version. Leave blank for the usual version of the endpoint.',
  },
  {
    key: 'onFailure',
    label: 'If HighLevel Refuses',
    type: 'string',
    choices: { stop: 'Stop with an error', answer: 'Continue with the response' },
    helpText:
      'Leave blank to stop. If the Zap continues, check "Status" and "Is Success" in a later step.',
  },
]);
