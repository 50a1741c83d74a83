import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: '17hats-lead-to-conversation',
  title: 'Put a 17hats lead in front of your team',
  purpose:
    'A new lead in 17hats opens a conversation in HighLevel: unread and with a star, and with an internal comment that says where the lead comes from. Nothing is sent to the lead.',
  needs: ['A 17hats account, connected to Zapier with its API key', 'A HighLevel sub-account'],
  trigger: {
    kind: 'app',
    app: '17hats',
    event: 'New Contact',
    sample: {
      id: '48260',
      first_name: 'Leo',
      last_name: 'Castell',
      email: 'leo.castell@example.com',
      phone: '+14155550143',
      company: 'Castell Weddings',
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
        tags: ['17hats lead'],
      },
    },
    {
      key: 'comment',
      kind: 'create',
      operation: 'send_message',
      inputs: {
        contactId: '{{contact__id}}',
        channel: 'internal_comment',
        message:
          'New lead in 17hats: {{contact__name}}, {{trigger__company}}\n{{trigger__email}} {{trigger__phone}}',
      },
    },
    {
      key: 'flagged',
      kind: 'create',
      operation: 'update_conversation',
      inputs: {
        conversationId: '{{comment__conversationId}}',
        markAs: 'unread',
        starred: 'true',
      },
    },
  ],
  gives: [
    'A contact with the tag `17hats lead`',
    'A conversation with an internal comment, unread and with a star',
  ],
  notes: [
    '17hats sends contacts to Zapier, but no messages. Use **New Contact** for leads from its lead capture form, and **Updated Contact** in a second Zap for changes.',
    'To write to the lead right away, use [Greet a new 17hats contact in HighLevel](#greet-a-new-17hats-contact-in-highlevel).',
  ],
  tries: [
    {
      title: 'as an unread conversation with a star and a comment',
      finished: 1,
      outcome: [
        {
          as: 'leo',
          in: 'contacts',
          where: { email: 'leo.castell@example.com' },
          has: { companyName: 'Castell Weddings', tags: ['17hats lead'] },
        },
        {
          as: 'thread',
          in: 'conversations',
          where: { contactId: '{{leo__id}}' },
          has: { starred: true },
        },
        {
          in: 'messages',
          where: { conversationId: '{{thread__id}}' },
          has: {
            messageType: 'TYPE_INTERNAL_COMMENT',
            body: 'New lead in 17hats: Leo Castell, Castell Weddings\nleo.castell@example.com +14155550143',
          },
        },
      ],
    },
  ],
});
