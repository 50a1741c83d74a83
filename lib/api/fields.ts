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
      "As HighLevel's API documentation writes it, such as `/contacts/`. `{locationId}` stands for your sub-account, here and in the fields below. The connection needs the scope that the endpoint asks for.",
  },
  { key: 'query', label: 'Query Parameters', type: 'string', dict: true },
  {
    key: 'body',
    label: 'Body',
    type: 'text',
    meta: { kind: 'json' },
    placeholder: '{"name": "vip"}',
    helpText: 'JSON. Files cannot be sent with this step.',
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
    helpText: 'Of the API. Leave it empty for the one that the endpoint usually takes.',
  },
  {
    key: 'onFailure',
    label: 'When It Is Refused',
    type: 'string',
    choices: { stop: 'Stop with the reason', answer: 'Go on with the answer' },
    helpText:
      'Leave it empty to stop. If the Zap goes on, look at "Status" and "Is Success" in a later step.',
  },
]);
