import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'invoice-overdue-text',
  title: 'Remind contacts of overdue invoices by text',
  purpose:
    'On the day after its due date, the contact gets a text for each unpaid invoice, with the amount due and the payment link.',
  needs: ['A phone number in HighLevel', 'Invoices in HighLevel'],
  trigger: {
    kind: 'own',
    operation: 'invoice_overdue',
    inputs: { daysOverdue: '1', paymentMode: 'live' },
  },
  steps: [
    {
      key: 'has_phone',
      kind: 'filter',
      groups: [[{ field: '{{trigger__contactPhone}}', condition: 'Exists' }]],
    },
    {
      key: 'text',
      kind: 'create',
      operation: 'send_sms',
      inputs: {
        contactId: '{{trigger__contactId}}',
        message:
          'Hi {{trigger__contactName}}, invoice {{trigger__number}} is overdue. {{trigger__amountDue}} {{trigger__currency}} is still open. Pay here: {{trigger__paymentLink}}',
      },
    },
  ],
  gives: ['A text to the contact with the payment link, once for each due date of an invoice'],
  notes: [
    'Invoices that are already overdue when you turn the Zap on do not start it.',
    'An invoice that gets a later due date starts the Zap again when it passes that one.',
    'For a second reminder, copy the Zap and set **Days Overdue** to `7`.',
    'A contact without a phone number gets no text. To write to them, add an email step in a **Path**.',
  ],
  tries: [
    {
      title: 'for one that passed its due date, not for one that is paid',
      given: [
        { as: 'checkup', pick: 'invoices', where: { name: 'Check-up' } },
        { as: 'paid', pick: 'invoices', where: { name: 'Whitening' } },
      ],
      happens: [{ post: '/invoices/{{checkup__id}}/overdue', body: { days: 1 } }],
      finished: 1,
      outcome: [
        {
          in: 'messages',
          where: {
            contactId: '{{checkup__contactDetails__id}}',
            body: 'Hi {{checkup__contactDetails__name}}, invoice INV-1 is overdue. 211 USD is still open. Pay here: https://link.msgsndr.com/invoice/{{checkup__id}}',
          },
        },
        {
          in: 'messages',
          where: {
            contactId: '{{paid__contactDetails__id}}',
            body: 'Hi {{paid__contactDetails__name}}, invoice INV-2 is overdue. 340 USD is still open. Pay here: https://link.msgsndr.com/invoice/{{paid__id}}',
          },
          count: 0,
        },
      ],
    },
  ],
});
