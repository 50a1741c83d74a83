import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'inbound-message-to-17hats',
  title: 'Keep the people who write to you in 17hats',
  purpose:
    'Everyone who writes to you on any HighLevel channel is found in 17hats, or added there with name, email address, phone number and company.',
  needs: [
    'A 17hats account, connected to Zapier with its API key',
    'The webhook relay of this integration, or the trigger **New Message** with the direction Inbound in its place',
  ],
  trigger: { kind: 'own', operation: 'new_inbound_message', inputs: {} },
  steps: [
    {
      key: 'reachable',
      kind: 'filter',
      groups: [
        [{ field: '{{trigger__contact__email}}', condition: 'Exists' }],
        [{ field: '{{trigger__contact__phone}}', condition: 'Exists' }],
      ],
    },
    {
      key: 'client',
      kind: 'app',
      app: '17hats',
      action: 'Find or Create Contact',
      inputs: {
        first_name: '{{trigger__contact__firstName}}',
        last_name: '{{trigger__contact__lastName}}',
        email: '{{trigger__contact__email}}',
        phone: '{{trigger__contact__phone}}',
        company: '{{trigger__contact__companyName}}',
      },
    },
  ],
  gives: ['One contact in 17hats for each person who writes, however often they write'],
  notes: [
    '17hats finds a contact that it has, so a second message from the same person adds no one. To run the Zap once per person, use the trigger **Conversation Started**.',
    'HighLevel sends the message with only the ID of its contact. The fields under "Contact" are fetched when the Zap uses them. If the contact has been deleted since, they are empty, and the filter stops the run.',
    'On Instagram, Facebook or Live Chat people often leave no email address or phone number: the filter stops those runs.',
  ],
  tries: [
    {
      title: 'with everything that 17hats accepts',
      given: [
        { as: 'anna', pick: 'contacts', where: { firstName: 'Anna', lastName: 'Lindqvist' } },
      ],
      happens: [
        {
          post: '/messages',
          body: { contactId: '{{anna__id}}', channel: 'SMS', body: 'Do you have time on Friday?' },
        },
      ],
      finished: 1,
      outcome: [
        {
          in: 'messages',
          where: { contactId: '{{anna__id}}', body: 'Do you have time on Friday?' },
          has: { direction: 'inbound' },
        },
      ],
      receives: [
        {
          step: 'client',
          fields: {
            first_name: 'Anna',
            last_name: 'Lindqvist',
            email: 'anna.lindqvist@example.com',
            phone: '+16175550120',
            company: 'Lindqvist Interiors',
          },
        },
      ],
    },
    {
      title: 'without an email address, by phone number',
      given: [
        { as: 'daniel', pick: 'contacts', where: { firstName: 'Daniel', lastName: 'Kowalski' } },
      ],
      happens: [
        {
          post: '/messages',
          body: { contactId: '{{daniel__id}}', channel: 'SMS', body: 'Please call me back.' },
        },
      ],
      finished: 1,
      outcome: [],
      receives: [
        {
          step: 'client',
          fields: {
            first_name: 'Daniel',
            last_name: 'Kowalski',
            email: '',
            phone: '+16175550127',
            company: '',
          },
        },
      ],
    },
    {
      title: 'not for a contact that is gone before the Zap runs',
      given: [{ as: 'hugo', pick: 'contacts', where: { firstName: 'Hugo', lastName: 'Martins' } }],
      happens: [
        {
          post: '/messages',
          body: { contactId: '{{hugo__id}}', channel: 'SMS', body: 'Forget about me.' },
        },
        { operation: 'creates.delete_contact', inputs: { contactId: '{{hugo__id}}' } },
      ],
      finished: 0,
      stopped: 1,
      outcome: [{ in: 'contacts', where: { firstName: 'Hugo', lastName: 'Martins' }, count: 0 }],
    },
  ],
});
