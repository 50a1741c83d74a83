import { defineInputFields } from 'zapier-platform-core';

import { limitField } from '../inputs/common_fields.ts';
import { DAY_HELP } from '../inputs/help.ts';
import { invalid } from '../inputs/refusal.ts';
import { modeFilterField } from './filter_fields.ts';

/** What a list of invoices is narrowed and cut by, besides what one is searched by. */
export const listFields = defineInputFields([
  {
    key: 'issuedFrom',
    label: 'Issued From',
    type: 'string',
    meta: { kind: 'day' },
    helpText: `Only invoices issued on this day or later. ${DAY_HELP}`,
  },
  {
    key: 'issuedUntil',
    label: 'Issued Until',
    type: 'string',
    meta: { kind: 'day' },
    helpText: `Only invoices issued on this day or earlier. ${DAY_HELP}`,
  },
  modeFilterField,
  limitField('invoices'),
]);

/** @throws errors.Error where the period ends before it starts */
export function checkPeriod(from: string | undefined, until: string | undefined): void {
  if (from === undefined || until === undefined || from <= until) return;
  throw invalid(
    `Nothing can match: "Issued Until" ("${until}") is earlier than "Issued From" ("${from}").`,
    'Swap the two dates, or empty one of the fields.',
  );
}
