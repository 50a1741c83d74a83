import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: '17hats-new-contact',
  title: 'Greet a new 17hats contact in HighLevel',
  purpose:
    'Someone new in 17hats gets a first message from your HighLevel number, or an email if 17hats has no phone number. From then on, the contact and the conversation are in HighLevel.',
  needs: [
    'A 17hats account, connected to Zapier with its API key',
    'A HighLevel sub-account with a phone number and an email service',
  ],
  trigger: {
    kind: 'app',
    app: '17hats',
    event: 'New Contact',
    sample: {
      id: '48213',
      first_name: 'Maren',
      last_name: 'Holt',
      email: 'maren.holt@example.com',
      phone: '+14155550142',
      company: 'Holt Ceramics',
    },
  },
  steps: [
    {
      key: 'contact',
      kind: 'create',
      operation: 'upsert_contact',
      inputs: {
        email: '{{trigger__email}}',
        phone: '{{trigger__phone}}',
        firstName: '{{trigger__first_name}}',
        lastName: '{{trigger__last_name}}',
        companyName: '{{trigger__company}}',
        source: '17hats',
        tags: ['17hats'],
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
      key: 'how',
      kind: 'paths',
      branches: [
        {
          title: 'Has a phone number',
          groups: [[{ field: '{{contact__phone}}', condition: 'Exists' }]],
          steps: [
            {
              key: 'sms',
              kind: 'create',
              operation: 'send_sms',
              inputs: {
                contactId: '{{conversation__contactId}}',
                message:
                  'Hi {{contact__firstName}}, thank you for getting in touch! Reply here if you have questions.',
              },
            },
          ],
        },
        {
          title: 'Has an email address only',
          groups: [
            [
              { field: '{{contact__phone}}', condition: 'Does not exist' },
              { field: '{{contact__email}}', condition: 'Exists' },
            ],
          ],
          steps: [
            {
              key: 'mail',
              kind: 'create',
              operation: 'send_email',
              inputs: {
                contactId: '{{conversation__contactId}}',
                subject: 'Thank you for getting in touch',
                message:
                  'Hi {{contact__firstName}},\n\nthank you for getting in touch! Just reply to this email if you have questions.',
              },
            },
          ],
        },
      ],
    },
  ],
  gives: [
    'A contact in HighLevel with the tag `17hats`, created or updated',
    'One conversation with it, and one message there: a text message, or an email',
  ],
  notes: [
    '**Create or Update Contact** finds the contact by email address or phone number, so either can be missing. **Find or Create Contact** looks for only one of the two.',
    'If the same person comes again within 10 minutes, the message is not sent twice, because **Skip Duplicates** is on.',
    'Text messages need consent in many countries. Ask for it in 17hats, and let a **Filter** step check it.',
  ],
  tries: [
    {
      title: 'with a phone number, by text message',
      finished: 1,
      outcome: [
        {
          as: 'maren',
          in: 'contacts',
          where: { email: 'maren.holt@example.com' },
          has: {
            firstName: 'Maren',
            lastName: 'Holt',
            phone: '+14155550142',
            companyName: 'Holt Ceramics',
            tags: ['17hats'],
          },
        },
        { as: 'thread', in: 'conversations', where: { contactId: '{{maren__id}}' } },
        {
          in: 'messages',
          where: { conversationId: '{{thread__id}}' },
          has: {
            messageType: 'TYPE_SMS',
            direction: 'outbound',
            body: 'Hi Maren, thank you for getting in touch! Reply here if you have questions.',
          },
        },
      ],
    },
    {
      title: 'without a phone number, by email',
      payload: {
        id: '48214',
        first_name: 'Ilya',
        last_name: 'Brandt',
        email: 'ilya.brandt@example.com',
        phone: '',
        company: '',
      },
      finished: 1,
      outcome: [
        { as: 'ilya', in: 'contacts', where: { email: 'ilya.brandt@example.com' } },
        {
          in: 'emails',
          where: { contactId: '{{ilya__id}}' },
          has: { subject: 'Thank you for getting in touch', to: ['ilya.brandt@example.com'] },
        },
      ],
    },
    {
      title: 'for a contact that is already in HighLevel, without a second one',
      given: [
        { as: 'anna', pick: 'contacts', where: { firstName: 'Anna', lastName: 'Lindqvist' } },
      ],
      payload: {
        id: '48215',
        first_name: 'Anna',
        last_name: 'Lindqvist',
        email: '',
        phone: '{{anna__phone}}',
        company: 'Lindqvist Interiors',
      },
      finished: 1,
      outcome: [
        { in: 'contacts', where: { firstName: 'Anna', lastName: 'Lindqvist' } },
        {
          in: 'messages',
          where: {
            contactId: '{{anna__id}}',
            body: 'Hi Anna, thank you for getting in touch! Reply here if you have questions.',
          },
          has: { messageType: 'TYPE_SMS', direction: 'outbound' },
        },
      ],
    },
  ],
});
