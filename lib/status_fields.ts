import { defineInputFields } from 'zapier-platform-core';

/** What a provider says of a message that it could not deliver. */
export const failureFields = defineInputFields([
  { key: 'errorMessage', label: 'Reason', type: 'string', helpText: 'Why it failed, for people.' },
  { key: 'errorCode', label: 'Error Code', type: 'string', helpText: "Your provider's own code." },
  {
    key: 'errorType',
    label: 'Error Type',
    type: 'string',
    helpText: "The kind of failure, in your provider's words.",
  },
]);
