import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'accelevents-check-in',
  title: 'Star the conversation of a guest who has arrived',
  purpose:
    'When a guest is checked in at the door, their conversation is marked as read, because their questions are settled, and starred, so that your team finds the guests of the day.',
  partner: 'Accelevents',
  needs: [
    'An Accelevents account with webhooks',
    'Webhooks by Zapier, which is part of the paid plans',
    'Conversations with your guests, such as those of the recipe before',
  ],
  trigger: {
    kind: 'app',
    app: 'Webhooks by Zapier',
    event: 'Catch Hook',
    setUp:
      'Paste the URL that Zapier shows into Accelevents under Integrations, Webhook, and tick the topic for check-ins there.',
    sample: {
      barcodeId: 'AE-5522-1',
      firstName: 'Anna',
      lastName: 'Lindqvist',
      email: 'anna.lindqvist@example.com',
      ticketType: 'Day pass',
    },
  },
  steps: [
    {
      key: 'conversation',
      kind: 'search',
      operation: 'find_conversation',
      inputs: { email: '{{trigger__email}}' },
    },
    {
      key: 'done',
      kind: 'create',
      operation: 'update_conversation',
      inputs: {
        conversationId: '{{conversation__id}}',
        markAs: 'read',
        starred: 'true',
      },
    },
  ],
  gives: ['The conversation with the guest, read and starred'],
  notes: [
    'A guest who is not in HighLevel, or never wrote, has no conversation: the search finds nothing and the run stops there without an error.',
    "If the buyer entered a guest's name, the check-in can have a different email address than the order. The conversation with the buyer then stays as it is.",
  ],
  tries: [
    {
      title: 'with unread messages',
      given: [
        { as: 'anna', pick: 'contacts', where: { email: 'anna.lindqvist@example.com' } },
        {
          post: '/messages',
          body: { contactId: '{{anna__id}}', channel: 'SMS', body: 'Where do I park?' },
        },
      ],
      finished: 1,
      outcome: [
        {
          in: 'conversations',
          where: { contactId: '{{anna__id}}' },
          has: { unreadCount: 0, starred: true },
        },
      ],
    },
    {
      title: 'not for a stranger',
      payload: {
        barcodeId: 'AE-9000-1',
        firstName: 'Noa',
        lastName: 'Unbekannt',
        email: 'noa.unbekannt@example.com',
        ticketType: 'Day pass',
      },
      finished: 0,
      stopped: 1,
      outcome: [{ in: 'contacts', where: { email: 'noa.unbekannt@example.com' }, count: 0 }],
    },
  ],
});
