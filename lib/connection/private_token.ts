import type { Bundle, ZObject } from 'zapier-platform-core';

import { location } from '../../resources/location.ts';
import { call } from '../http/client.ts';
import { path } from '../http/path.ts';
import { locationOf } from './location.ts';

/** Proves the token by reading its sub-account, whose name labels the connection. */
export function test(z: ZObject, bundle: Bundle) {
  return call(z, location, { url: path`/locations/${locationOf(bundle)}` });
}

/**
 * The connection of a version for one's own use (`AUTH=token`): the token of a private integration,
 * which needs no marketplace app. Steps find it where an OAuth2 connection has its own.
 */
export const privateToken = {
  type: 'custom' as const,
  test,
  connectionLabel: '{{name}}',
  fields: [
    {
      key: 'access_token',
      label: 'Private Integration Token',
      type: 'password' as const,
      required: true,
      helpText:
        'In the sub-account in HighLevel, open _Settings > Private Integrations_, create an integration with all the scopes that you need, and copy its token. [How to create one](https://help.gohighlevel.com/support/solutions/articles/155000003054).',
    },
    {
      key: 'locationId',
      label: 'Sub-Account ID',
      type: 'string' as const,
      required: true,
      isNoSecret: true,
      helpText:
        'The ID of the same sub-account: in HighLevel, open [Settings > Business Profile](https://app.gohighlevel.com/) and copy the Location ID. It is also in the URL, after `/location/`.',
    },
  ],
};
