import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';

import { toList, toRecord } from '../../resources/values.ts';
import { installedSubAccounts } from '../connection/installs.ts';
import { isAgency } from '../connection/location.ts';
import { SUB_ACCOUNT_KEY } from '../connection/sub_account.ts';
import { fieldOfSubAccount } from './chosen_sub_account.ts';

/**
 * The first field of an operation where the connection is of an agency; none for a connection of one
 * sub-account.
 */
export async function subAccountField(z: ZObject, bundle: Bundle): Promise<PlainInputField[]> {
  if (!isAgency(bundle)) return [];
  const only = await onlySubAccount(z, bundle);
  return [
    {
      key: SUB_ACCOUNT_KEY,
      label: 'Sub-Account',
      required: true,
      altersDynamicFields: true,
      dynamic: 'sub_account_list.id.name',
      search: 'find_sub_account.id',
      helpText:
        "The client's account that this step works in. To use one Zap for several clients, map the ID or the exact name of a sub-account from an earlier step.",
      ...(only !== undefined && { default: only }),
    },
  ];
}

/** The ID of the sub-account, where the app is installed in one alone. */
async function onlySubAccount(z: ZObject, bundle: Bundle): Promise<string | undefined> {
  // The dropdown asks for the same, and reports its failure; the form shows without a default.
  const page = await installedSubAccounts(z, bundle, { limit: 2 }).catch(() => undefined);
  const [first] = page?.subAccounts ?? [];
  return page?.count === 1 ? first?.id : undefined;
}

const wholeConnection = new WeakSet<object>();

/**
 * An operation without a "Sub-Account" field: it is of a whole connection, or fills a dropdown, with
 * the inputs of the form that the dropdown is in.
 */
export function defineForConnection<Entry extends { operation: object }>(entry: Entry): Entry {
  wholeConnection.add(entry.operation);
  return entry;
}

/** The operation with "Sub-Account" as its first field, where it has one; all others follow it. */
export function withSubAccountField({ operation }: { operation: object }): object {
  if (wholeConnection.has(operation)) return operation;
  const { inputFields, outputFields } = toRecord(operation);
  return {
    ...operation,
    inputFields: [subAccountField, ...toList(inputFields).map(fieldOfSubAccount)],
    ...(Array.isArray(outputFields) && { outputFields: outputFields.map(fieldOfSubAccount) }),
  };
}
