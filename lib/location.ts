import { errors, type Bundle } from 'zapier-platform-core';

/**
 * The sub-account that a step works in. The one place that knows where it comes from: today the
 * connection, which HighLevel ties to one sub-account.
 *
 * @throws errors.Error when the connection names none
 */
export function locationOf(bundle: Pick<Bundle, 'authData'>): string {
  const locationId = bundle.authData['locationId'];
  if (!locationId) {
    throw new errors.Error(
      'This connection names no HighLevel sub-account. ' +
        'Reconnect HighLevel and choose one sub-account on its consent page.',
      'no_location',
    );
  }
  return locationId;
}
