import { defineRecipe } from './recipe.ts';

const person = (field: string) => [
  `{{trigger__osdi:signature__person__${field}}}`,
  `{{trigger__osdi:submission__person__${field}}}`,
];

export default defineRecipe({
  key: 'action-network-actions',
  title: 'Star the conversation of everyone who takes action',
  purpose:
    'Someone who signs a petition or fills in a form on Action Network becomes a contact in HighLevel with a tag, and has a starred conversation, so that your organizers write to the active people first.',
  partner: 'Action Network',
  needs: ['An Action Network group with a webhook', 'A HighLevel sub-account'],
  trigger: {
    kind: 'app',
    app: 'Webhooks by Zapier',
    event: 'Catch Hook',
    setUp:
      'In Action Network, add the URL that Zapier shows under **Start Organizing > API & Sync > Webhooks**.',
    sample: [
      {
        idempotency_key: 'an-sig-77c0b1',
        'osdi:signature': {
          created_date: '2026-11-21T10:05:00Z',
          person: {
            given_name: 'Mirela',
            family_name: 'Dragan',
            email_addresses: [{ address: 'mirela.dragan@example.com', primary: true }],
            phone_numbers: [{ number: '+14155550173', primary: true }],
          },
        },
      },
      {
        idempotency_key: 'an-sub-19be44',
        'osdi:submission': {
          created_date: '2026-11-21T10:06:00Z',
          person: {
            given_name: 'Joost',
            family_name: 'Verhage',
            email_addresses: [{ address: 'joost.verhage@example.com', primary: true }],
            phone_numbers: [{ number: '+14155550174', primary: true }],
          },
        },
      },
    ],
  },
  steps: [
    {
      key: 'email',
      kind: 'formatter',
      transform: 'Pick From List',
      inputs: { inputs: person('email_addresses[]address'), operation: 'Choose First' },
    },
    {
      key: 'has_email',
      kind: 'filter',
      groups: [[{ field: '{{email__output}}', condition: 'Exists' }]],
    },
    {
      key: 'phone',
      kind: 'formatter',
      transform: 'Pick From List',
      inputs: { inputs: person('phone_numbers[]number'), operation: 'Choose First' },
    },
    {
      key: 'first_name',
      kind: 'formatter',
      transform: 'Pick From List',
      inputs: { inputs: person('given_name'), operation: 'Choose First' },
    },
    {
      key: 'last_name',
      kind: 'formatter',
      transform: 'Pick From List',
      inputs: { inputs: person('family_name'), operation: 'Choose First' },
    },
    {
      key: 'contact',
      kind: 'create',
      operation: 'upsert_contact',
      inputs: {
        email: '{{email__output}}',
        phone: '{{phone__output}}',
        firstName: '{{first_name__output}}',
        lastName: '{{last_name__output}}',
        source: 'Action Network',
        tags: ['action network', 'took action'],
      },
    },
    {
      key: 'conversation',
      kind: 'find_or_create',
      operation: 'find_conversation',
      inputs: { contactId: '{{contact__id}}' },
      createInputs: { contactId: '{{contact__id}}' },
    },
    {
      key: 'star',
      kind: 'create',
      operation: 'update_conversation',
      inputs: { conversationId: '{{conversation__id}}', starred: 'true' },
    },
  ],
  gives: [
    'A contact with the tags `action network` and `took action`',
    'One conversation with a star; a second action of the same person changes nothing',
  ],
  notes: [
    'Action Network sends a list, and Zapier starts one run for each entry. Each entry is of one kind, and the fields of the other kind are empty: **Pick From List** picks the one that is filled in.',
    'Donations and attendances stop at the filter. [Thank Action Network supporters by name](#thank-action-network-supporters-by-name) handles those.',
    'For a tag per petition, map its title into **Add Tags**.',
  ],
  tries: [
    {
      title: 'a signature and a form; the same again changes nothing',
      times: 2,
      finished: 4,
      outcome: [
        {
          as: 'mirela',
          in: 'contacts',
          where: { email: 'mirela.dragan@example.com' },
          has: {
            firstName: 'Mirela',
            phone: '+14155550173',
            tags: ['action network', 'took action'],
          },
        },
        { in: 'conversations', where: { contactId: '{{mirela__id}}' }, has: { starred: true } },
        {
          as: 'joost',
          in: 'contacts',
          where: { email: 'joost.verhage@example.com' },
          has: { lastName: 'Verhage' },
        },
        { in: 'conversations', where: { contactId: '{{joost__id}}' }, has: { starred: true } },
      ],
    },
    {
      title: 'a donation stops at the filter',
      payload: [
        {
          idempotency_key: 'an-don-90aa12',
          'osdi:donation': {
            amount: '10.00',
            currency: 'USD',
            person: { email_addresses: [{ address: 'lina@example.com', primary: true }] },
          },
        },
      ],
      finished: 0,
      stopped: 1,
      outcome: [{ in: 'contacts', where: { email: 'lina@example.com' }, count: 0 }],
    },
  ],
});
