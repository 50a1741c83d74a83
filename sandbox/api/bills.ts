import { day } from '../http/alt.ts';
import { badRequest } from '../http/errors.ts';
import {
  anything,
  boolean,
  listOf,
  nested,
  number,
  object,
  oneOf,
  type Reader,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';

const DAY_MS = 86_400_000;

/** A key that must be there, and may be empty. */
const present =
  (
    read: Reader<Record<string, unknown>>,
    keys: readonly string[],
  ): Reader<Record<string, unknown>> =>
  (value, name, problems) => {
    const found = read(value, name, problems);
    for (const key of keys) {
      if (found && typeof found[key] !== 'string') problems.push(`${name}.${key} must be a string`);
    }
    return found;
  };

const ADDRESS = nested(
  {},
  {
    addressLine1: string,
    addressLine2: string,
    city: string,
    state: string,
    countryCode: string,
    postalCode: string,
  },
);

export const BUSINESS = nested(
  {},
  {
    logoUrl: string,
    name: string,
    phoneNo: string,
    address: ADDRESS,
    website: string,
    customValues: listOf(string),
  },
);

/** Both the phone number and the address must be named, even where there is none (highlevel-api-docs #16). */
export const CONTACT = present(
  nested(
    { id: string, name: string },
    {
      phoneNo: string,
      email: string,
      additionalEmails: listOf(nested({ email: string }, {})),
      companyName: string,
      address: ADDRESS,
      customFields: listOf(anything),
    },
  ),
  ['phoneNo', 'email'],
);

export const ITEMS = listOf(
  nested(
    { name: string, currency: string, amount: number, qty: number },
    {
      _id: string,
      description: string,
      productId: string,
      priceId: string,
      taxes: listOf(
        nested(
          { _id: string, name: string, rate: number },
          { calculation: oneOf(['exclusive']), description: string, taxId: string },
        ),
      ),
      automaticTaxCategoryId: string,
      isSetupFeeItem: boolean,
      type: oneOf(['one_time', 'recurring']),
      taxInclusive: boolean,
      attachments: listOf(object),
    },
  ),
);

export const DISCOUNT = nested(
  { type: oneOf(['percentage', 'fixed']) },
  { value: number, validOnProductIds: listOf(string) },
);

export const SENT_TO = nested(
  { email: listOf(string) },
  { emailCc: listOf(string), emailBcc: listOf(string), phoneNo: listOf(string) },
);

export const ACTION = oneOf(['sms_and_email', 'send_manually', 'email', 'sms']);

/** What invoices and estimates take beside their own keys. */
export const BILL = {
  termsNotes: string,
  title: string,
  dueDate: day,
  automaticTaxesEnabled: boolean,
  paymentSchedule: object,
  tipsConfiguration: object,
  lateFeesConfiguration: object,
  paymentMethods: object,
  attachments: listOf(object),
  miscellaneousCharges: object,
};

/** The contact of a bill, which must be one of the sub-account. */
export function billedContact(
  sandbox: Sandbox,
  locationId: string,
  details: Record<string, unknown>,
): Record<string, unknown> & { id: string; name: string } {
  const id = String(details.id);
  if (sandbox.store.contacts.get(id)?.locationId !== locationId) {
    throw badRequest(`Contact with id ${id} not found`);
  }
  return { ...details, id, name: String(details.name) };
}

/** The user who sends, who must be one of the sub-account. */
export function checkSender({ store }: Sandbox, locationId: string, userId: string): void {
  const user = store.users.get(userId);
  if (!user?.locationIds.includes(locationId)) throw badRequest('User not found');
}

/** The day that is a number of days after another. */
export const daysAfter = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
