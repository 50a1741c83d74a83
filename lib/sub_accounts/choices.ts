import { isAgency } from '../connection/location.ts';
import { INSTALLS_PAGE, installedSubAccounts } from '../connection/installs.ts';
import { pageOf, type ChoiceSource } from '../operations/choices.ts';

/** The sub-accounts of an agency in which the app is installed, by name. */
export const subAccountChoices: ChoiceSource = async (z, bundle, token = '0') => {
  if (!isAgency(bundle)) return { choices: [] };
  const skip = Number(token);
  const { subAccounts } = await installedSubAccounts(z, bundle, { skip });
  const choices = subAccounts.map(({ id, name }) => ({ id, name }));
  return pageOf(choices, String(skip + INSTALLS_PAGE));
};
