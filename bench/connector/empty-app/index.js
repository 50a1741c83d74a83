import { version as platformVersion } from 'zapier-platform-core';

/** The least that a Zapier integration can be: one search that passes on what an address answers. */
const perform = async (z, bundle) => {
  const { url, method, body } = bundle.inputData;
  const response = await z.request({ url, method: method ?? 'GET', ...(body && { body }) });
  return response.data.messages ?? [response.data];
};

export default {
  version: '1.0.0',
  platformVersion,
  searches: {
    fetch: {
      key: 'fetch',
      noun: 'Answer',
      display: { label: 'Find Answer', description: 'Finds what an address answers.' },
      operation: {
        inputFields: [{ key: 'url', label: 'Address', required: true }],
        perform,
        sample: { id: '1' },
      },
    },
  },
};
