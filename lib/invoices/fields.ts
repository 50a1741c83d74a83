import { PAYMENT_MODES } from '../../resources/invoice.ts';
import { choicesFrom } from '../operations/choices.ts';
import { invoiceChoices, invoiceNamed } from './choices.ts';
import { SEND_BY } from './payer.ts';

export const invoiceField = {
  key: 'invoiceId',
  label: 'Invoice',
  type: 'string',
  choices: choicesFrom(invoiceChoices, invoiceNamed),
  resource: 'invoice',
  search: 'find_invoice.id',
  helpText:
    'Choose an invoice, or map the ID, the number or the full name of one from an earlier step.',
} as const;

/** For steps that create. */
export const modeField = {
  key: 'mode',
  label: 'Mode',
  type: 'string',
  choices: PAYMENT_MODES,
  default: 'live',
  helpText: 'In test mode nobody is charged: use it to try out your Zap.',
} as const;

export const sendByField = {
  key: 'sendBy',
  label: 'Send By',
  type: 'string',
  choices: SEND_BY,
  helpText:
    'How the contact gets it. Leave blank for all that the contact has: an email address, a phone number or both.',
} as const;
