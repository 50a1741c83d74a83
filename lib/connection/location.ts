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

/**
 * The agency that the sub-account belongs to; HighLevel's API calls it a company.
 *
 * @throws errors.Error when the connection names none
 */
export function companyOf(bundle: Pick<Bundle, 'authData'>): string {
  const companyId = bundle.authData['companyId'];
  if (!companyId) {
    throw new errors.Error(
      'This connection does not say which agency its sub-account belongs to. Reconnect HighLevel.',
      'no_company',
    );
  }
  return companyId;
}
