import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import {
  subscriptionChange,
  subscriptionStatus,
  subscriptionType,
} from '../../resources/subscription.ts';
import { isRecord, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { send } from '../http/client.ts';
import { throwIfFailed } from '../http/failures.ts';
import { saysGone } from '../http/answers.ts';
import { path } from '../http/path.ts';
import { contactById } from '../contacts/contacts.ts';
import { readEmail } from '../inputs/emails.ts';
import { locationOf } from '../connection/location.ts';

/**
 * Subscription preferences. The specification has no schema for these answers: they are read by the
 * names of what they hold, wherever it stands.
 */

export type SubscriptionType = RecordOf<typeof subscriptionType>;

const TYPES_PATH = '/conversations/preferences/custom-subtypes';

/** The subscription types of the sub-account, archived ones too. */
export async function subscriptionTypes(z: ZObject, bundle: Bundle): Promise<SubscriptionType[]> {
  const { data } = await send(z, { url: TYPES_PATH, params: { locationId: locationOf(bundle) } });
  return recordsWith(data, ['name', 'channel']).map(({ record }) => subscriptionType.parse(record));
}

/** Makes a subscription type, or changes the one with an id. */
export async function saveSubscriptionType(
  z: ZObject,
  bundle: Bundle,
  values: RawRecord & { name?: string },
  id?: string,
): Promise<SubscriptionType> {
  const { data } = await send(z, {
    method: id ? 'PUT' : 'POST',
    url: id ? path`/conversations/preferences/custom-subtypes/${id}` : TYPES_PATH,
    params: { locationId: locationOf(bundle) },
    body: values,
    mayBeEmpty: true,
  });
  const [answer] = recordsWith(data, ['name']);
  const saved: RawRecord = { ...values, ...answer?.record, ...(id && { id }) };
  if (id || toText(saved['id'] ?? saved['_id'])) return subscriptionType.parse(saved);
  const made = (await subscriptionTypes(z, bundle)).find(({ name }) => name === values.name);
  return subscriptionType.parse(made);
}

/**
 * What a contact is subscribed to, for one address or for all of them; undefined where HighLevel
 * does not have the contact.
 */
export async function readSubscriptions(
  z: ZObject,
  bundle: Bundle,
  { contactId, email }: { contactId: string; email?: string },
) {
  const locationId = locationOf(bundle);
  const response = await send(z, {
    url: '/conversations/preferences/unsubscriptions/status',
    params: { locationId, contactId, email },
    expected: [400, 404],
  });
  if (saysGone(response)) return undefined;
  throwIfFailed(response, bundle);
  const subscriptions = recordsWith(response.data, ['subtype_status']).map(
    ({ record, email: address }) => ({
      email: address ?? email,
      name: record['subtype_name'] ?? record['name'],
      typeId: record['subtype_id'],
      status: record['subtype_status'],
      legalReason: record['legal_reason'],
      legalDescription: record['legal_description'],
      dateUpdated: record['updatedAt'],
    }),
  );
  const left = subscriptions.filter(({ status }) => status === 'unsubscribed');
  return subscriptionStatus.parse({
    id: contactId,
    locationId,
    hasUnsubscribed: left.length > 0,
    unsubscribedFrom: [...new Set(left.flatMap(({ name }) => toText(name) ?? []))],
    subscriptions,
  });
}

/** A change of what a contact is subscribed to, in the words of the input fields. */
export interface SubscriptionInput {
  contactId: string;
  /** The main address of the contact without it. */
  email?: string;
  /** `default` (personal messages), `custom` (a subscription type) or `resub_all`. */
  type: string;
  subtypeId?: string;
  /** `subscribed` or `unsubscribed`. */
  status?: string;
  legalReason?: string;
  legalDescription?: string;
}

/** Whether the law asks for a reason: only to subscribe somebody again. */
export function needsLegalReason({ type, status }: { type?: unknown; status?: unknown }): boolean {
  return type === 'resub_all' || status === 'subscribed';
}

/**
 * Subscribes a contact's address, or unsubscribes it.
 *
 * @throws errors.Error that names the field which is missing
 */
export async function changeSubscription(z: ZObject, bundle: Bundle, input: SubscriptionInput) {
  const { contactId, type, subtypeId, legalReason, legalDescription } = input;
  const status = type === 'resub_all' ? 'subscribed' : required(input.status, 'Change To');
  const reason = needsLegalReason({ type, status })
    ? required(legalReason, 'Legal Reason')
    : undefined;
  const typeId = type === 'custom' ? required(subtypeId, 'Subscription Type') : undefined;
  const email = readEmail(
    required(input.email ?? (await contactById(z, contactId))?.email ?? undefined, 'Email Address'),
    'Email Address',
  );
  const locationId = locationOf(bundle);
  const { data } = await send(z, {
    method: 'POST',
    url: '/conversations/preferences/unsubscriptions/user-change',
    body: {
      locationId,
      contactId,
      email,
      subscription_action: {
        type,
        ...(type === 'default' && { subtype_name: 'One on One' }),
        ...(typeId && { subtype_id: typeId }),
        subtype_status: status,
      },
      legal_reason: reason,
      legal_description: reason && legalDescription,
    },
    repeatable: true,
    mayBeEmpty: true,
  });
  const { message } = toRecord(data);
  return subscriptionChange.parse({
    id: contactId,
    locationId,
    email,
    scope: type,
    typeId,
    status,
    message,
  });
}

function required(value: string | undefined, label: string): string {
  if (value) return value;
  throw new errors.Error(
    `"${label}" is empty. Fill it in, or map a value that the earlier step always returns.`,
    'missing_input',
  );
}

interface Found {
  record: RawRecord;
  /** The address that a record above it names. */
  email: string | null;
}

/** The records in an answer that have these keys, wherever they stand in it. */
function recordsWith(
  value: unknown,
  keys: readonly string[],
  email: string | null = null,
): Found[] {
  if (Array.isArray(value)) return value.flatMap((entry) => recordsWith(entry, keys, email));
  if (!isRecord(value)) return [];
  const address = toText(value['email']) ?? email;
  if (keys.every((key) => value[key] !== undefined)) return [{ record: value, email: address }];
  return Object.values(value).flatMap((entry) => recordsWith(entry, keys, address));
}
