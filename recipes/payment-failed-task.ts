import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'payment-failed-task',
  title: 'Follow up when a payment fails',
  purpose:
    "When a customer's payment fails, the user who looks after the contact gets a task, and the conversation gets an internal comment with the amount and the reason, for everyone who writes to the customer.",
  needs: ['A HighLevel sub-account that takes payments'],
  trigger: { kind: 'own', operation: 'payment_failed', inputs: { mode: 'live' } },
  steps: [
    {
      key: 'task',
      kind: 'create',
      operation: 'create_task',
      inputs: {
        contactId: '{{trigger__contactId}}',
        title: 'Payment failed: {{trigger__amount}} {{trigger__currency}}',
        dueDate: '{{zap_meta_utc_iso}} +1d',
        body: 'For {{trigger__sourceName}}, by {{trigger__method}}.\n{{trigger__contactLink}}',
        assignedTo: '{{trigger__contact__assignedTo}}',
      },
    },
    {
      key: 'comment',
      kind: 'create',
      operation: 'send_message',
      inputs: {
        contactId: '{{trigger__contactId}}',
        channel: 'internal_comment',
        message:
          'A payment of {{trigger__amount}} {{trigger__currency}} failed ({{trigger__rawStatus}}).',
      },
    },
  ],
  gives: [
    'A task for the user of the contact, due a day later',
    'An internal comment in the conversation, which the customer does not see',
  ],
  notes: [
    'HighLevel has no webhook for payments. The Zap starts when Zapier next checks, within 15 minutes or less.',
    'Each failed attempt is a separate payment. For one task per customer, add **Find Task** and a filter before **Create Task**.',
    'Whether there is a **Reason for Failure** depends on the payment provider. Map it if yours sends one.',
  ],
  tries: [
    {
      title: 'for a payment that failed, not for one that succeeded',
      given: [{ as: 'anna', pick: 'contacts', where: { email: 'anna.lindqvist@example.com' } }],
      happens: [
        {
          post: '/orders',
          body: { contactId: '{{anna__id}}', payment: { status: 'failed' } },
        },
        {
          post: '/orders',
          body: { contactId: '{{anna__id}}', payment: { status: 'succeeded' } },
        },
      ],
      finished: 1,
      outcome: [
        {
          in: 'tasks',
          where: { contactId: '{{anna__id}}', title: 'Payment failed: 129 USD' },
          contains: { body: ['For Online Store, by Visa 4242.'] },
        },
        {
          in: 'messages',
          where: {
            contactId: '{{anna__id}}',
            body: 'A payment of 129 USD failed (failed).',
          },
        },
      ],
    },
  ],
});
