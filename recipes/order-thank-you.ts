import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'order-thank-you',
  title: 'Thank everyone who orders, and tag them as customers',
  purpose:
    'When someone places an order in HighLevel, the contact gets a tag, and a text message that says thank you for what they bought.',
  needs: [
    'A HighLevel sub-account with a phone number, and a store, funnel or payment link',
    'The webhook relay of this integration, with OrderCreate switched on in HighLevel',
  ],
  trigger: { kind: 'own', operation: 'new_order', inputs: { mode: 'live' } },
  steps: [
    {
      key: 'tag',
      kind: 'create',
      operation: 'add_contact_tags',
      inputs: { contactId: '{{trigger__contactId}}', tags: ['customer'] },
    },
    {
      key: 'thanks',
      kind: 'create',
      operation: 'send_sms',
      inputs: {
        contactId: '{{trigger__contactId}}',
        message:
          'Thank you for your order, {{trigger__contact__firstName}}! {{trigger__productNames}}: {{trigger__amount}} {{trigger__currency}}. Reply here if you have questions.',
      },
    },
  ],
  gives: ['The tag `customer` on the contact', 'One text message for each order'],
  notes: [
    'Orders in test mode do not start the Zap, because **Mode** is Live. To try the Zap out, choose Test.',
    'An order is placed before it is paid. To say thank you for payments only, use the trigger **Order Status Changed** with the status Completed, or **New Payment**.',
    'To run the Zap for one product only, choose it in **Product** of the trigger.',
  ],
  tries: [
    {
      title: 'for an order, not for one in test mode',
      given: [{ as: 'anna', pick: 'contacts', where: { email: 'anna.lindqvist@example.com' } }],
      happens: [
        { post: '/orders', body: { contactId: '{{anna__id}}', liveMode: false } },
        { post: '/orders', body: { contactId: '{{anna__id}}', liveMode: true } },
      ],
      events: 2,
      finished: 1,
      outcome: [
        { in: 'contacts', where: { id: '{{anna__id}}' }, contains: { tags: ['customer'] } },
        {
          in: 'messages',
          where: {
            contactId: '{{anna__id}}',
            body: 'Thank you for your order, Anna! Whitening Kit - Kit: 129 USD. Reply here if you have questions.',
          },
          has: { messageType: 'TYPE_SMS' },
        },
      ],
    },
  ],
});
