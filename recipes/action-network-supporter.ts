import { defineRecipe, type Step } from './recipe.ts';

/** The contact with the tags of its kind, and a message to it on the channel that it has. */
function thank(kind: string, tags: string[], subject: string, text: string): Step[] {
  const contactId = `{{${kind}_contact__id}}`;
  return [
    {
      key: `${kind}_contact`,
      kind: 'create',
      operation: 'upsert_contact',
      inputs: {
        email: '{{email__output}}',
        phone: '{{phone__output}}',
        firstName: `{{trigger__osdi:${kind}__person__given_name}}`,
        lastName: `{{trigger__osdi:${kind}__person__family_name}}`,
        source: 'Action Network',
        tags,
      },
    },
    {
      key: `${kind}_channel`,
      kind: 'paths',
      branches: [
        {
          title: 'Has a phone number',
          groups: [[{ field: '{{phone__output}}', condition: 'Exists' }]],
          steps: [
            {
              key: `${kind}_sms`,
              kind: 'create',
              operation: 'send_sms',
              inputs: { contactId, message: text },
            },
          ],
        },
        {
          title: 'Has an email address only',
          groups: 'fallback',
          steps: [
            {
              key: `${kind}_mail`,
              kind: 'create',
              operation: 'send_email',
              inputs: { contactId, subject, message: text },
            },
          ],
        },
      ],
    },
  ];
}

export default defineRecipe({
  key: 'action-network-supporter',
  title: 'Thank Action Network supporters by name',
  purpose:
    'Someone who signs up for an event or donates in Action Network becomes a contact with tags in HighLevel, and gets a text message, or an email if there is no phone number.',
  partner: 'Action Network',
  needs: [
    'An Action Network group with webhooks',
    'Webhooks by Zapier, which is part of the paid plans',
    'A table in Tables by Zapier named "Action Network events" with one text column "Key"',
    'A HighLevel sub-account with a phone number and an email service',
  ],
  trigger: {
    kind: 'app',
    app: 'Webhooks by Zapier',
    event: 'Catch Hook',
    setUp:
      'Paste the URL that Zapier shows into Action Network under Start Organizing, API & Sync, Webhooks, choose the trigger for all actions, save it and turn it on. Send a test, so that Zapier sees the fields.',
    sample: [
      {
        idempotency_key: 'an-att-71c2f0',
        'osdi:attendance': {
          created_date: '2026-11-20T16:20:00Z',
          status: 'accepted',
          person: {
            given_name: 'Rowan',
            family_name: 'Achterberg',
            email_addresses: [{ address: 'rowan.achterberg@example.com', primary: true }],
            phone_numbers: [{ number: '+14155550171', primary: true }],
          },
        },
      },
      {
        idempotency_key: 'an-don-0b9e44',
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
      },
    ],
  },
  steps: [
    {
      key: 'seen',
      kind: 'table',
      table: 'Action Network events',
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
        inputs: [
          '{{trigger__osdi:attendance__person__email_addresses[]address}}',
          '{{trigger__osdi:donation__person__email_addresses[]address}}',
        ],
        operation: 'Choose First',
      },
    },
    {
      key: 'phone',
      kind: 'formatter',
      transform: 'Pick From List',
      inputs: {
        inputs: [
          '{{trigger__osdi:attendance__person__phone_numbers[]number}}',
          '{{trigger__osdi:donation__person__phone_numbers[]number}}',
        ],
        operation: 'Choose First',
      },
    },
    {
      key: 'what',
      kind: 'paths',
      branches: [
        {
          title: 'Donation',
          groups: [[{ field: '{{trigger__osdi:donation__amount}}', condition: 'Exists' }]],
          steps: thank(
            'donation',
            ['action network', 'donor'],
            'Thank you for your donation',
            'Thank you for your donation of {{trigger__osdi:donation__amount}} {{trigger__osdi:donation__currency}}, {{donation_contact__firstName}}!',
          ),
        },
        {
          title: 'Attendance',
          groups: [
            [
              {
                field: '{{trigger__osdi:attendance__status}}',
                condition: '(Text) Exactly matches',
                value: 'accepted',
              },
            ],
          ],
          steps: thank(
            'attendance',
            ['action network', 'attendee'],
            'See you at the event',
            'Thank you for signing up, {{attendance_contact__firstName}}! Reply here if you have questions about the event.',
          ),
        },
      ],
    },
  ],
  gives: [
    'A contact with the tag `action network`, and `donor` or `attendee`',
    'One message of thanks for each action, by text message or by email',
    'A row in the table for each event that was handled',
  ],
  notes: [
    'Action Network sends a list, and Zapier starts one run for each entry. Each entry is of one kind, and the fields of the other kinds are empty. So **Pick From List** has the addresses of both kinds, and picks the one that is filled in.',
    'Action Network repeats a webhook that got no answer, with the same idempotency key: **Find or Create Record** of Tables by Zapier finds the key, and the filter stops the run.',
    'The key is stored before the message is sent. If a step fails, replay the run in the Zap history: a replay continues at the step that failed.',
    'A phone number is often missing, and often comes without its country code: HighLevel then uses the country of your sub-account.',
    'Petitions and forms (`osdi:signature`, `osdi:submission`) come to the same URL and match no path. Add a path for each in the same way.',
  ],
  tries: [
    {
      title:
        'an attendance by text message and a donation by email; the same list again does nothing',
      times: 2,
      finished: 2,
      stopped: 2,
      outcome: [
        {
          as: 'rowan',
          in: 'contacts',
          where: { email: 'rowan.achterberg@example.com' },
          has: {
            firstName: 'Rowan',
            lastName: 'Achterberg',
            phone: '+14155550171',
            tags: ['action network', 'attendee'],
          },
        },
        {
          in: 'messages',
          where: { contactId: '{{rowan__id}}' },
          has: {
            messageType: 'TYPE_SMS',
            body: 'Thank you for signing up, Rowan! Reply here if you have questions about the event.',
          },
        },
        {
          as: 'imke',
          in: 'contacts',
          where: { email: 'imke.sandoval@example.com' },
          has: { firstName: 'Imke', tags: ['action network', 'donor'] },
        },
        {
          in: 'emails',
          where: { contactId: '{{imke__id}}' },
          has: {
            subject: 'Thank you for your donation',
            to: ['imke.sandoval@example.com'],
            body: 'Thank you for your donation of 25.00 USD, Imke!',
          },
        },
      ],
    },
    {
      title: 'a donation by text message and an attendance by email',
      payload: [
        {
          idempotency_key: 'an-don-4c7a10',
          'osdi:donation': {
            created_date: '2026-11-20T16:40:00Z',
            amount: '10.00',
            currency: 'USD',
            person: {
              given_name: 'Bente',
              family_name: 'Korhonen',
              email_addresses: [{ address: 'bente.korhonen@example.com', primary: true }],
              phone_numbers: [{ number: '+14155550172', primary: true }],
            },
          },
        },
        {
          idempotency_key: 'an-att-e83d25',
          'osdi:attendance': {
            created_date: '2026-11-20T16:41:00Z',
            status: 'accepted',
            person: {
              given_name: 'Sanne',
              family_name: 'Okello',
              email_addresses: [{ address: 'sanne.okello@example.com', primary: true }],
            },
          },
        },
      ],
      finished: 2,
      outcome: [
        { as: 'bente', in: 'contacts', where: { phone: '+14155550172' } },
        {
          in: 'messages',
          where: { contactId: '{{bente__id}}' },
          has: {
            messageType: 'TYPE_SMS',
            body: 'Thank you for your donation of 10.00 USD, Bente!',
          },
        },
        { as: 'sanne', in: 'contacts', where: { email: 'sanne.okello@example.com' } },
        {
          in: 'emails',
          where: { contactId: '{{sanne__id}}' },
          has: { subject: 'See you at the event' },
        },
      ],
    },
    {
      title: 'a petition matches no path',
      payload: [
        {
          idempotency_key: 'an-sig-5d1177',
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
      finished: 1,
      outcome: [{ in: 'contacts', where: { email: 'timo@example.com' }, count: 0 }],
    },
  ],
});
