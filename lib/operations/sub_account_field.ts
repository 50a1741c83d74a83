import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';

import { toList, toRecord } from '../../resources/values.ts';
import { installedSubAccounts } from '../connection/installs.ts';
import {
  AGENCY_ITSELF,
  ALL_SUB_ACCOUNTS,
  isAgency,
  SUB_ACCOUNT_KEY,
} from '../connection/location.ts';
import { inputFieldOfSubAccount, outputFieldOfSubAccount } from './chosen_sub_account.ts';

type FieldMaker = (z: ZObject, bundle: Bundle) => Promise<PlainInputField[]>;

/**
 * The first field of an operation where the connection is of an agency; none for a connection of one
 * sub-account.
 */
export const subAccountField = fieldWith({
  dynamic: 'sub_account_list.id.name',
  search: 'find_sub_account.id',
  helpText:
    "The client's account that this step works in. To use one Zap for several clients, map the ID or the exact name of a sub-account from an earlier step.",
});

/** The same of a trigger that checks every few minutes: no step is before it. */
export const polledSubAccountField = fieldWith({
  dynamic: 'sub_account_list.id.name',
  helpText:
    "The client's account that starts this Zap. To start one Zap for all clients, use an instant trigger.",
});

/** The same of an instant trigger, which can be of all sub-accounts. */
export const instantSubAccountField = fieldWith({
  dynamic: 'instant_sub_account_list.id.name',
  helpText: `The client's account that starts this Zap, or _${ALL_SUB_ACCOUNTS.name}_ to start it for every client. In the steps after it, map the Sub-Account from this trigger.`,
});

/** The same of a step that can also ask with the agency's own token. */
export const apiSubAccountField = fieldWith({
  dynamic: 'api_sub_account_list.id.name',
  search: 'find_sub_account.id',
  helpText: `The client's account that the request is for. Choose _${AGENCY_ITSELF.name}_ for endpoints of agencies, such as those that list or create sub-accounts. You can also map the ID or the exact name of a sub-account from an earlier step.`,
});

function fieldWith(more: Pick<PlainInputField, 'dynamic' | 'search' | 'helpText'>): FieldMaker {
  return async (z, bundle) => {
    if (!isAgency(bundle)) return [];
    const only = await onlySubAccount(z, bundle);
    return [
      {
        key: SUB_ACCOUNT_KEY,
        label: 'Sub-Account',
        required: true,
        altersDynamicFields: true,
        ...more,
        ...(only !== undefined && { default: only }),
      },
    ];
  };
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

const beforeSubAccount = new WeakSet<object>();

/** The same of what fills the dropdown of sub-accounts: whatever is chosen there does not matter. */
export function defineBeforeSubAccount<Entry extends { operation: object }>(entry: Entry): Entry {
  beforeSubAccount.add(entry.operation);
  return defineForConnection(entry);
}

/** Whether an operation runs before a sub-account is chosen. */
export function isBeforeSubAccount(operation: object): boolean {
  return beforeSubAccount.has(operation);
}

const FIELD_OF_TRIGGER = new Map<unknown, FieldMaker>([
  ['polling', polledSubAccountField],
  ['hook', instantSubAccountField],
]);

const agencyToo = new WeakSet<object>();

/** An operation that can also ask with the agency's own token. */
export function defineForAgencyToo<Entry extends { operation: object }>(entry: Entry): Entry {
  agencyToo.add(entry.operation);
  return entry;
}

function fieldFor(operation: object): FieldMaker {
  if (agencyToo.has(operation)) return apiSubAccountField;
  return FIELD_OF_TRIGGER.get(toRecord(operation)['type']) ?? subAccountField;
}

/** The operation with "Sub-Account" as its first field, where it has one; all others follow it. */
export function withSubAccountField({ operation }: { operation: object }): object {
  if (wholeConnection.has(operation)) return operation;
  const { inputFields, outputFields } = toRecord(operation);
  return {
    ...operation,
    inputFields: [fieldFor(operation), ...toList(inputFields).map(inputFieldOfSubAccount)],
    ...(Array.isArray(outputFields) && { outputFields: outputFields.map(outputFieldOfSubAccount) }),
  };
}
