import { errors, type Bundle } from 'zapier-platform-core';

/** The input in which a step of an agency's connection names its sub-account. */
export const SUB_ACCOUNT_KEY = 'sub_account';

type Connected = Pick<Bundle, 'authData'>;

/** Whether a connection is of an agency, whose steps choose their sub-account. */
export function isAgency({ authData }: Connected): boolean {
  return authData['userType'] === 'Company';
}

/** The choice of "Sub-Account" by which one Zap is started by every sub-account of an agency. */
export const ALL_SUB_ACCOUNTS = { id: 'all_sub_accounts', name: 'All sub-accounts' };

/** The choice of "Sub-Account" by which a step asks with the agency's own token. */
export const AGENCY_ITSELF = { id: 'agency_itself', name: 'The agency itself' };

/** Connection data by which lib/connection/sub_account.ts notes one of these choices. */
export function noted({ id }: typeof ALL_SUB_ACCOUNTS): Record<string, string> {
  return { locationId: '', chosen: id };
}

function isNoted({ id }: typeof ALL_SUB_ACCOUNTS, bundle: Connected): boolean {
  return lacksSubAccount(bundle) && bundle.authData['chosen'] === id;
}

/** Whether a step is of all sub-accounts of an agency, and this run of it of none in particular. */
export function isOfAll(bundle: Connected): boolean {
  return isNoted(ALL_SUB_ACCOUNTS, bundle);
}

/** Whether a step asks with the agency's own token. */
export function isOfAgencyItself(bundle: Connected): boolean {
  return isNoted(AGENCY_ITSELF, bundle);
}

/**
 * The sub-account that a step works in. The one place that knows where it comes from: the connection,
 * or for an agency what lib/connection/sub_account.ts read of the step's "Sub-Account".
 *
 * @throws errors.Error when there is none
 */
export function locationOf(bundle: Connected): string {
  const locationId = bundle.authData['locationId'];
  if (locationId) return locationId;
  throw isAgency(bundle)
    ? noSubAccount(bundle)
    : new errors.Error(
        'This connection names no HighLevel sub-account. ' +
          'Reconnect HighLevel and choose one sub-account on its consent page.',
        'no_location',
      );
}

/** The error for a step of an agency's connection that names no sub-account, or not one of them. */
export function noSubAccount(bundle: Connected): Error {
  if (isOfAll(bundle)) {
    return new errors.Error(
      `"Sub-Account" is "${ALL_SUB_ACCOUNTS.name}", which only instant triggers can use. ` +
        'Choose one sub-account. For the events of all clients, use an instant trigger; in the steps after it, map the sub-account from the trigger.',
      'all_sub_accounts',
    );
  }
  if (isOfAgencyItself(bundle)) {
    return new errors.Error(
      `"Sub-Account" is "${AGENCY_ITSELF.name}", which only API Request can use. ` +
        'Choose the sub-account that this step works in, or map its ID or name from an earlier step.',
      'agency_itself',
    );
  }
  return new errors.Error(
    '"Sub-Account" is empty, and this connection is of an agency. Choose the sub-account that ' +
      'this step works in, or map its ID or name from an earlier step.',
    'no_sub_account',
  );
}

/** Whether the sub-account of a step is not known (yet), as in a form where none is chosen. */
export function lacksSubAccount(bundle: Connected): boolean {
  return isAgency(bundle) && !bundle.authData['locationId'];
}

/**
 * The agency of a connection, or that its sub-account belongs to; HighLevel's API calls it a company.
 *
 * @throws errors.Error when the connection names none
 */
export function companyOf(bundle: Connected): string {
  const companyId = bundle.authData['companyId'];
  if (!companyId) {
    throw new errors.Error(
      'This connection does not say which agency its sub-account belongs to. Reconnect HighLevel.',
      'no_company',
    );
  }
  return companyId;
}
