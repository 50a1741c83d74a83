import { expect, test } from '@jest/globals';

import { scopeOf } from '../../lib/connection/endpoint_scopes.ts';
import { readSnapshot } from '../../scripts/contract/snapshot.ts';
import { text, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();

/** What the steps ask of HighLevel. */
const ENDPOINTS = [...new Set(Object.values(readSnapshot()).flat())].toSorted();

const needed = (endpoint: string) => {
  const [method = '', path = ''] = endpoint.split(' ');
  return scopeOf(method, path);
};

const DOCUMENTED = ENDPOINTS.filter((endpoint) => needed(endpoint)?.isDocumented);

test.each(DOCUMENTED)('%s is refused without its scope, and for no other', async (endpoint) => {
  const [method = '', template = ''] = endpoint.split(' ');
  const scope = needed(endpoint)?.scope ?? '';
  const path = template.replaceAll('{id}', 'hT7gK2mWq9ZbR4xVnL0s');
  const askWith = async (options: Record<string, unknown>) => {
    const token = await sandbox.issue(options);
    const answer = await sandbox.call(path, {
      method,
      token,
      // Only that generation has the path.
      ...(template.endsWith('/email/{id}/status') && { version: 'v3' }),
      ...(method !== 'GET' && { body: {} }),
    });
    return text(answer.body, 'message');
  };
  const refusal = 'The token is not authorized for this scope.';
  expect(await askWith({ withoutScopes: [scope] })).toBe(refusal);
  expect(await askWith({ scopes: [scope] }).catch(() => 'another answer')).not.toBe(refusal);
});
