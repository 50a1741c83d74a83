import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'act-on-form-submission',
  title: 'Bring Act-On form submissions into the inbox',
  purpose:
    'Someone who fills in an Act-On form becomes a contact in HighLevel, with a conversation where your team reads the answers, as an internal comment, before calling back.',
  needs: ['An Act-On account with a form', 'A HighLevel sub-account'],
  trigger: {
    kind: 'app',
    app: 'Act-On',
    event: 'Form Submission',
    setUp: 'Choose the form.',
    sample: {
      id: 'sub-2041',
      email: 'nadia.voss@example.com',
      firstName: 'Nadia',
      lastName: 'Voss',
      company: 'Voss Interiors',
      mobilePhone: '',
      businessPhone: '+14155550161',
      interest: 'Kitchen renovation',
      comments: 'We would like to start in March. Is that possible?',
    },
  },
  steps: [
    {
      key: 'phone',
      kind: 'formatter',
      transform: 'Default Value',
      inputs: {
        inputs: '{{trigger__mobilePhone}}',
        default_value: '{{trigger__businessPhone}}',
      },
    },
    {
      key: 'contact',
      kind: 'create',
      operation: 'upsert_contact',
      inputs: {
        email: '{{trigger__email}}',
        phone: '{{phone__output}}',
        firstName: '{{trigger__firstName}}',
        lastName: '{{trigger__lastName}}',
        companyName: '{{trigger__company}}',
        source: 'Act-On form',
        tags: ['act-on', '{{trigger__interest}}'],
      },
    },
    {
      key: 'conversation',
      kind: 'create',
      operation: 'create_conversation',
      inputs: { contactId: '{{contact__id}}' },
    },
    {
      key: 'comment',
      kind: 'create',
      operation: 'send_message',
      inputs: {
        contactId: '{{conversation__contactId}}',
        channel: 'internal_comment',
        message:
          'Act-On form from {{contact__name}} ({{trigger__company}})\nInterested in: {{trigger__interest}}\nComments: {{trigger__comments}}',
      },
    },
  ],
  gives: [
    'A contact with the tag `act-on` and one for the interest, created or updated',
    'One conversation with it, with the answers in an internal comment, which the contact does not see',
  ],
  notes: [
    '"Interest" and "Comments" are examples of questions: map each question of your own form on a line of the comment. Every Act-On contact has the other fields.',
    'Act-On has two phone numbers. The **Formatter** step takes the mobile number, or the business number if there is none.',
    '**Create Conversation** returns the existing conversation if there is one, so it is safe for people who wrote before.',
    'Someone may send the form with a phone number that belongs to another contact. HighLevel then leaves the number with that contact; "Notice" of **Create or Update Contact** says so.',
  ],
  tries: [
    {
      title: 'as a contact, a conversation and a comment',
      finished: 1,
      outcome: [
        {
          as: 'nadia',
          in: 'contacts',
          where: { email: 'nadia.voss@example.com' },
          has: {
            firstName: 'Nadia',
            phone: '+14155550161',
            companyName: 'Voss Interiors',
            tags: ['act-on', 'kitchen renovation'],
          },
        },
        { as: 'thread', in: 'conversations', where: { contactId: '{{nadia__id}}' } },
        {
          in: 'messages',
          where: { conversationId: '{{thread__id}}' },
          has: {
            messageType: 'TYPE_INTERNAL_COMMENT',
            body: 'Act-On form from Nadia Voss (Voss Interiors)\nInterested in: Kitchen renovation\nComments: We would like to start in March. Is that possible?',
          },
        },
      ],
    },
    {
      title: 'for a contact that has a conversation, in that one',
      given: [
        { as: 'anna', pick: 'contacts', where: { firstName: 'Anna', lastName: 'Lindqvist' } },
      ],
      payload: {
        id: 'sub-2042',
        email: '{{anna__email}}',
        firstName: 'Anna',
        lastName: 'Lindqvist',
        company: 'Lindqvist Interiors',
        mobilePhone: '{{anna__phone}}',
        businessPhone: '+14155550162',
        interest: 'Whitening',
        comments: '',
      },
      finished: 1,
      outcome: [
        {
          in: 'contacts',
          where: { email: '{{anna__email}}' },
          has: { phone: '{{anna__phone}}' },
        },
        { as: 'thread', in: 'conversations', where: { contactId: '{{anna__id}}' } },
        {
          in: 'messages',
          where: { conversationId: '{{thread__id}}', messageType: 'TYPE_INTERNAL_COMMENT' },
          has: {
            body: 'Act-On form from Anna Lindqvist (Lindqvist Interiors)\nInterested in: Whitening\nComments: ',
          },
        },
      ],
    },
  ],
});
