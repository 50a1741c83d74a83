import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'action-network-donation-note',
  title: 'Note every Action Network donation on its contact',
  purpose:
    'Someone who donates in Action Network becomes a contact with a donor tag in HighLevel, with a note for each donation: how much, when, and on which page.',
  partner: 'Action Network',
  needs: [
    'An Action Network group with webhooks',
    'Webhooks by Zapier, which is part of the paid plans',
    'A table in Tables by Zapier named "Action Network donations" with one text column "Key"',
  ],
  trigger: {
    kind: 'app',
    app: 'Webhooks by Zapier',
    event: 'Catch Hook',
    setUp:
      'Paste the URL that Zapier shows into Action Network under Start Organizing, API & Sync, Webhooks, choose the trigger for donations, save it and turn it on. Send a test, so that Zapier sees the fields.',
    sample: [
      {
        idempotency_key: 'an-don-2f6d18',
        'osdi:donation': {
          created_date: '2026-11-20T16:21:00Z',
          amount: '25.00',
          currency: 'USD',
          person: {
            given_name: 'Imke',
            family_name: 'Sandoval',
            email_addresses: [{ address: 'imke.sandoval@example.com', primary: true }],
          },
        },
        'action_network:referrer_data': { website: 'https://example.org/give' },
      },
    ],
  },
  steps: [
    {
      key: 'is_donation',
      kind: 'filter',
      groups: [[{ field: '{{trigger__osdi:donation__amount}}', condition: 'Exists' }]],
    },
    {
      key: 'seen',
      kind: 'table',
      table: 'Action Network donations',
      column: 'Key',
      value: '{{trigger__idempotency_key}}',
    },
    {
      key: 'is_new',
      kind: 'filter',
      groups: [
        [{ field: '{{seen___zap_search_was_found_status}}', condition: '(Boolean) Is false' }],
      ],
    },
    {
      key: 'email',
      kind: 'formatter',
      transform: 'Pick From List',
      inputs: {
        inputs: ['{{trigger__osdi:donation__person__email_addresses[]address}}'],
        operation: 'Choose First',
      },
    },
    {
      key: 'contact',
      kind: 'create',
      operation: 'upsert_contact',
      inputs: {
        email: '{{email__output}}',
        firstName: '{{trigger__osdi:donation__person__given_name}}',
        lastName: '{{trigger__osdi:donation__person__family_name}}',
        source: 'Action Network',
        tags: ['donor'],
      },
    },
    {
      key: 'note',
      kind: 'create',
      operation: 'add_note',
      inputs: {
        contactId: '{{contact__id}}',
        title: 'Donation',
        body: '{{trigger__osdi:donation__amount}} {{trigger__osdi:donation__currency}} on {{trigger__osdi:donation__created_date}}, through {{trigger__action_network:referrer_data__website}}.',
      },
    },
  ],
  gives: ['A contact with the tag `donor`', 'A note on the contact for each donation'],
  notes: [
    'Action Network sends a list, and Zapier starts one run for each entry. Anything but a donation stops at the first filter.',
    'Action Network repeats a webhook that got no answer, with the same idempotency key: the table finds the key, and the filter stops the run.',
    'For a message of thanks as well, see **Thank Action Network supporters by name**.',
  ],
  tries: [
    {
      title: 'one note, though the webhook comes twice',
      times: 2,
      finished: 1,
      stopped: 1,
      outcome: [
        {
          as: 'imke',
          in: 'contacts',
          where: { email: 'imke.sandoval@example.com' },
          has: { firstName: 'Imke', tags: ['donor'] },
        },
        {
          in: 'notes',
          where: { contactId: '{{imke__id}}' },
          contains: {
            body: ['25.00 USD on 2026-11-20T16:21:00Z, through https://example.org/give.'],
          },
        },
      ],
    },
    {
      title: 'a petition stops at the filter',
      payload: [
        {
          idempotency_key: 'an-sig-77b1c0',
          'osdi:signature': {
            created_date: '2026-11-20T16:25:00Z',
            person: {
              given_name: 'Timo',
              family_name: 'Example',
              email_addresses: [{ address: 'timo@example.com', primary: true }],
            },
          },
        },
      ],
      finished: 0,
      stopped: 1,
      outcome: [{ in: 'contacts', where: { email: 'timo@example.com' }, count: 0 }],
    },
  ],
});
