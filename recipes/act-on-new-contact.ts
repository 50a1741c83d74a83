import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'act-on-new-contact',
  title: 'Welcome a new Act-On contact',
  purpose:
    'Someone who signs up with an Act-On form for the first time becomes a contact in HighLevel, gets a welcome email from your inbox, and has a conversation that your team can continue. Existing contacts get no second welcome.',
  needs: ['An Act-On account with a sign-up form', 'A HighLevel sub-account with email set up'],
  trigger: {
    kind: 'app',
    app: 'Act-On',
    event: 'Form Submission',
    setUp: 'Choose the sign-up form.',
    sample: {
      id: 'sub-3310',
      email: 'ines.moreau@example.com',
      firstName: 'Ines',
      lastName: 'Moreau',
      company: 'Moreau Bakery',
      businessPhone: '+14155550163',
    },
  },
  steps: [
    {
      key: 'contact',
      kind: 'create',
      operation: 'upsert_contact',
      inputs: {
        email: '{{trigger__email}}',
        phone: '{{trigger__businessPhone}}',
        firstName: '{{trigger__firstName}}',
        lastName: '{{trigger__lastName}}',
        companyName: '{{trigger__company}}',
        source: 'Act-On sign-up',
        tags: ['act-on'],
      },
    },
    {
      key: 'is_new',
      kind: 'filter',
      groups: [[{ field: '{{contact__isNew}}', condition: '(Boolean) Is true' }]],
    },
    {
      key: 'conversation',
      kind: 'find_or_create',
      operation: 'find_conversation',
      inputs: { contactId: '{{contact__id}}' },
      createInputs: { contactId: '{{contact__id}}' },
    },
    {
      key: 'welcome',
      kind: 'create',
      operation: 'send_email',
      inputs: {
        contactId: '{{conversation__contactId}}',
        subject: 'Welcome, {{contact__firstName}}!',
        message:
          'Hi {{contact__firstName}},\n\nthank you for signing up. Reply to this email if you have a question: it reaches a person.',
      },
    },
  ],
  gives: [
    'A contact with the tag `act-on`',
    'One welcome email in the conversation, for new contacts only',
  ],
  notes: [
    '"Is New" of **Create or Update Contact** says whether the contact was just created. The filter stops the Zap for everyone else; their details are still updated.',
    'Act-On has a trigger for form submissions only. To welcome contacts that are added to Act-On in another way, start the Zap with the app they come from.',
  ],
  tries: [
    {
      title: 'with one email, however often the form is sent',
      times: 2,
      finished: 1,
      stopped: 1,
      outcome: [
        {
          as: 'ines',
          in: 'contacts',
          where: { email: 'ines.moreau@example.com' },
          has: { firstName: 'Ines', companyName: 'Moreau Bakery', tags: ['act-on'] },
        },
        { in: 'conversations', where: { contactId: '{{ines__id}}' } },
        {
          in: 'emails',
          where: { contactId: '{{ines__id}}' },
          has: { subject: 'Welcome, Ines!', to: ['ines.moreau@example.com'] },
        },
      ],
    },
    {
      title: 'not for a contact that is already in HighLevel',
      given: [
        { as: 'anna', pick: 'contacts', where: { firstName: 'Anna', lastName: 'Lindqvist' } },
      ],
      payload: {
        id: 'sub-3311',
        email: '{{anna__email}}',
        firstName: 'Anna',
        lastName: 'Lindqvist',
        company: 'Lindqvist Interiors',
        businessPhone: '',
      },
      finished: 0,
      stopped: 1,
      outcome: [
        {
          in: 'emails',
          where: { contactId: '{{anna__id}}', subject: 'Welcome, Anna!' },
          count: 0,
        },
      ],
    },
  ],
});
