import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'accelevents-ticket-purchase',
  title: 'Confirm Accelevents tickets from your own inbox',
  purpose:
    'The buyer of a ticket gets an email with its name from your HighLevel address, in the conversation where your team answers questions about the event.',
  partner: 'Accelevents',
  needs: [
    'An Accelevents account with webhooks',
    'Webhooks by Zapier, which is part of the paid plans',
    'A HighLevel sub-account with an email service',
  ],
  trigger: {
    kind: 'app',
    app: 'Webhooks by Zapier',
    event: 'Catch Hook',
    setUp:
      'Paste the URL that Zapier shows into Accelevents under Integrations, Webhook, and tick the topic for ticket purchases there. Buy a test ticket, so that Zapier sees the fields.',
    sample: {
      orderId: 90417,
      buyerFirstName: 'Tomas',
      buyerLastName: 'Reinholt',
      buyerEmail: 'tomas.reinholt@example.com',
      total: 180,
      currency: 'USD',
      createdAt: '2026-11-20T15:04:00Z',
      attendees: [
        {
          firstName: 'Tomas',
          lastName: 'Reinholt',
          email: 'tomas.reinholt@example.com',
          barcodeId: 'AE-5521-1',
          ticketType: 'Two-day pass',
        },
        {
          firstName: 'Petra',
          lastName: 'Reinholt',
          email: 'petra.reinholt@example.com',
          barcodeId: 'AE-5521-2',
          ticketType: 'Workshop',
        },
      ],
    },
  },
  steps: [
    {
      key: 'buyer',
      kind: 'find_or_create',
      operation: 'find_contact',
      inputs: { email: '{{trigger__buyerEmail}}' },
      createInputs: {
        email: '{{trigger__buyerEmail}}',
        firstName: '{{trigger__buyerFirstName}}',
        lastName: '{{trigger__buyerLastName}}',
        source: 'Accelevents',
        tags: ['ticket buyer'],
      },
    },
    {
      key: 'conversation',
      kind: 'find_or_create',
      operation: 'find_conversation',
      inputs: { email: '{{trigger__buyerEmail}}' },
      createInputs: { contactId: '{{buyer__id}}' },
    },
    {
      key: 'mail',
      kind: 'create',
      operation: 'send_email',
      inputs: {
        contactId: '{{conversation__contactId}}',
        subject: 'Your tickets, order {{trigger__orderId}}',
        message:
          'Hi {{trigger__buyerFirstName}},\n\nthank you for your order of {{trigger__total}} {{trigger__currency}}. Your tickets: {{trigger__attendees[]ticketType}}.\n\nReply to this email if anything is missing.',
      },
    },
  ],
  gives: [
    'The buyer as a contact, found by email address, or created with the tag `ticket buyer`',
    'One email with the names of the tickets in the conversation with the buyer',
  ],
  notes: [
    "We found no Accelevents app on Zapier, so the Zap uses webhooks. The fields are named as in Accelevents' orders and attendees. If your test shows other names, map those.",
    'Several tickets are listed in the email, separated by commas.',
    'Accelevents may send a webhook twice. The email goes out once: **Skip Duplicates** stops the second run within 10 minutes.',
    'A buyer who is already in HighLevel keeps their name and tags. To update them, use **Create or Update Contact** as the first step.',
  ],
  tries: [
    {
      title: 'from a new buyer, sent twice by Accelevents',
      times: 2,
      finished: 1,
      stopped: 1,
      outcome: [
        {
          as: 'tomas',
          in: 'contacts',
          where: { email: 'tomas.reinholt@example.com' },
          has: { firstName: 'Tomas', lastName: 'Reinholt', tags: ['ticket buyer'] },
        },
        { as: 'thread', in: 'conversations', where: { contactId: '{{tomas__id}}' } },
        {
          in: 'emails',
          where: { conversationId: '{{thread__id}}' },
          has: {
            subject: 'Your tickets, order 90417',
            to: ['tomas.reinholt@example.com'],
            direction: 'outbound',
          },
        },
        {
          in: 'messages',
          where: { conversationId: '{{thread__id}}' },
          has: { messageType: 'TYPE_EMAIL' },
        },
      ],
    },
    {
      title: 'from a contact that HighLevel has, in its conversation',
      given: [{ as: 'sofia', pick: 'contacts', where: { firstName: 'Sofia' } }],
      payload: {
        orderId: 90418,
        buyerFirstName: 'Sofia',
        buyerLastName: 'Marchetti',
        buyerEmail: '{{sofia__email}}',
        total: 90,
        currency: 'USD',
        createdAt: '2026-11-20T15:09:00Z',
        attendees: [
          {
            firstName: 'Sofia',
            lastName: 'Marchetti',
            email: '{{sofia__email}}',
            barcodeId: 'AE-5522-1',
            ticketType: 'Day pass',
          },
        ],
      },
      finished: 1,
      outcome: [
        { in: 'contacts', where: { email: '{{sofia__email}}' } },
        { as: 'thread', in: 'conversations', where: { contactId: '{{sofia__id}}' } },
        {
          in: 'emails',
          where: { conversationId: '{{thread__id}}', subject: 'Your tickets, order 90418' },
          has: { to: ['{{sofia__email}}'] },
        },
      ],
    },
  ],
});
