import { INSTALLS_PAGE, installedSubAccounts } from '../connection/installs.ts';
import { AGENCY_ITSELF, ALL_SUB_ACCOUNTS, isAgency } from '../connection/location.ts';
import { pageOf, toldApart, type Choice, type ChoiceSource } from '../operations/choices.ts';
import { findSubAccounts } from './find.ts';

/**
 * The sub-accounts of an agency in which the app is installed, by name, those of one name with their
 * addresses; or the connected one.
 */
export const subAccountChoices: ChoiceSource = async (z, bundle, token = '0') => {
  if (!isAgency(bundle)) {
    const own = await findSubAccounts(z, bundle, undefined);
    return { choices: own.map(({ id, name }) => ({ id, name: name ?? id })) };
  }
  const skip = Number(token);
  const { subAccounts } = await installedSubAccounts(z, bundle, { skip });
  const choices = toldApart(
    subAccounts.map(({ address, ...one }) => ({ ...one, detail: address })),
  );
  return pageOf(choices, String(skip + INSTALLS_PAGE));
};

/** The same, after the choice of all of them. */
export const allOrOneSubAccount = after(ALL_SUB_ACCOUNTS);

/** The same, after the choice of the agency itself. */
export const agencyOrSubAccount = after(AGENCY_ITSELF);

function after(first: Choice): ChoiceSource {
  return async (z, bundle, token) => {
    const page = await subAccountChoices(z, bundle, token);
    return token === undefined && isAgency(bundle)
      ? { ...page, choices: [first, ...page.choices] }
      : page;
  };
}
