import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'phrase-to-act-on-list',
  title: 'Put people who ask for it on an Act-On list',
  purpose:
    'A contact who writes "newsletter" on any channel of HighLevel is updated in Act-On and added to a marketing list there.',
  needs: [
    'An Act-On account with a marketing list',
    'The webhook relay of this integration, or the trigger **New Message** with the direction Inbound in its place',
  ],
  trigger: {
    kind: 'own',
    operation: 'new_inbound_message',
    inputs: { contains: 'newsletter' },
  },
  steps: [
    {
      key: 'has_email',
      kind: 'filter',
      groups: [[{ field: '{{trigger__contact__email}}', condition: 'Exists' }]],
    },
    {
      key: 'person',
      kind: 'app',
      app: 'Act-On',
      action: 'Update or Create Contact (By Email Address)',
      inputs: {
        email: '{{trigger__contact__email}}',
        firstName: '{{trigger__contact__firstName}}',
        lastName: '{{trigger__contact__lastName}}',
        company: '{{trigger__contact__companyName}}',
        mobilePhone: '{{trigger__contact__phone}}',
        externalId: '{{trigger__contactId}}',
      },
      sample: { id: 'AO-77120', email: 'anna@example.com' },
    },
    {
      key: 'listed',
      kind: 'app',
      app: 'Act-On',
      action: 'Add Contact to Marketing List',
      inputs: { list: { choose: 'Newsletter' }, email: '{{trigger__contact__email}}' },
    },
  ],
  gives: [
    'The contact in Act-On, found by its email address, with the HighLevel contact as its external ID',
    'The contact on the marketing list',
  ],
  notes: [
    'The phrase can be anywhere in the text or the subject, in upper or lower case. "No newsletter, please" contains it too: choose a phrase that you tell people to write, such as `YES NEWS`.',
    'Without an email address Act-On cannot find anyone: the filter stops the run. To ask these people for their email, send them a text message in a separate Zap.',
    'Act-On publishes the names of its contact fields, but not those of **Add Contact to Marketing List**: choose your list, and map the email address or the "ID" of the previous step, whichever it asks for.',
  ],
  tries: [
    {
      title: 'by text message',
      given: [
        { as: 'anna', pick: 'contacts', where: { firstName: 'Anna', lastName: 'Lindqvist' } },
      ],
      happens: [
        {
          post: '/messages',
          body: { contactId: '{{anna__id}}', channel: 'SMS', body: 'Newsletter, yes please' },
        },
      ],
      finished: 1,
      outcome: [],
      receives: [
        {
          step: 'person',
          fields: {
            email: 'anna.lindqvist@example.com',
            firstName: 'Anna',
            lastName: 'Lindqvist',
            company: 'Lindqvist Interiors',
            mobilePhone: '+16175550120',
            externalId: '{{anna__id}}',
          },
        },
        { step: 'listed', fields: { list: 'Newsletter', email: 'anna.lindqvist@example.com' } },
      ],
    },
    {
      title: 'by email, in the text or the subject; not for other messages',
      given: [{ as: 'emily', pick: 'contacts', where: { firstName: 'Emily' } }],
      happens: [
        {
          post: '/messages',
          body: {
            contactId: '{{emily__id}}',
            channel: 'Email',
            subject: 'A question',
            html: '<p>Could I get your <b>newsletter</b>?</p>',
          },
        },
        {
          post: '/messages',
          body: { contactId: '{{emily__id}}', channel: 'SMS', body: 'See you tomorrow' },
        },
      ],
      events: 2,
      finished: 1,
      outcome: [],
      receives: [
        {
          step: 'person',
          fields: {
            email: 'emily.thornton@example.com',
            firstName: 'Emily',
            lastName: 'Thornton',
            company: 'Thornton Estates',
            mobilePhone: '+16175550128',
            externalId: '{{emily__id}}',
          },
        },
        { step: 'listed', fields: { list: 'Newsletter', email: 'emily.thornton@example.com' } },
      ],
    },
    {
      title: 'not without an email address',
      given: [{ as: 'daniel', pick: 'contacts', where: { firstName: 'Daniel' } }],
      happens: [
        {
          post: '/messages',
          body: { contactId: '{{daniel__id}}', channel: 'SMS', body: 'newsletter' },
        },
      ],
      finished: 0,
      stopped: 1,
      outcome: [],
    },
  ],
});
