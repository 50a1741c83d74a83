/** Where people are reached: contacts, and members of the team. `as const` keeps the keys in the inferred inputs. */

export const emailField = {
  key: 'email',
  label: 'Email Address',
  type: 'string',
  meta: { kind: 'email' },
  placeholder: 'anna@example.com',
} as const;

export const phoneField = {
  key: 'phone',
  label: 'Phone Number',
  type: 'string',
  meta: { kind: 'phone_ending' },
  placeholder: '+15550100123',
  helpText:
    'With its country code if you can, such as `+1 555 010 0123`. Without it, numbers that end in these digits are found; at least 6 digits.',
} as const;

/** A phone number for steps that write it. */
export const wholePhoneField = {
  ...phoneField,
  meta: { kind: 'phone' },
  helpText:
    'With its country code if you can, such as `+1 555 010 0123`. Without it, the country of your sub-account is used.',
} as const;
