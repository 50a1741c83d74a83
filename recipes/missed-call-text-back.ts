import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'missed-call-text-back',
  title: 'Text back when you miss a call',
  purpose:
    'A contact whose call nobody answered gets a text message within seconds, so that they write to you instead of calling the next company.',
  needs: ['A phone number in HighLevel that can send texts', 'The webhook relay'],
  trigger: {
    kind: 'own',
    operation: 'new_call',
    inputs: { direction: 'inbound', outcome: 'missed' },
  },
  steps: [
    {
      key: 'text',
      kind: 'create',
      operation: 'send_sms',
      inputs: {
        contactId: '{{trigger__contactId}}',
        message:
          'Hi {{trigger__contact__firstName}}, sorry we missed your call. How can we help? Reply here and we will get back to you.',
      },
    },
  ],
  gives: ["One text message in the contact's conversation for each missed call"],
  notes: [
    'HighLevel has a "Missed Call Text Back" setting of its own. Use one of the two, not both.',
    'Someone who calls three times in ten minutes gets one text: **Skip Duplicates** is on.',
    'A caller without a name gets "Hi , sorry ...". Add **Formatter > Text > Default Value** before the text if many of your callers are new.',
    'Text messages need consent in many countries.',
  ],
  tries: [
    {
      title: 'once for two missed calls in a row, and not for a call that was answered',
      given: [
        { as: 'anna', pick: 'contacts', where: { firstName: 'Anna', lastName: 'Lindqvist' } },
      ],
      happens: [
        {
          post: '/messages',
          body: {
            contactId: '{{anna__id}}',
            channel: 'Call',
            call: { duration: 0, status: 'no-answer' },
          },
        },
        {
          post: '/messages',
          body: {
            contactId: '{{anna__id}}',
            channel: 'Call',
            call: { duration: 0, status: 'no-answer' },
          },
        },
        {
          post: '/messages',
          body: {
            contactId: '{{anna__id}}',
            channel: 'Call',
            call: { duration: 65, status: 'completed' },
          },
        },
      ],
      events: 3,
      finished: 1,
      stopped: 1,
      outcome: [
        {
          in: 'messages',
          where: {
            contactId: '{{anna__id}}',
            body: 'Hi Anna, sorry we missed your call. How can we help? Reply here and we will get back to you.',
          },
          has: { messageType: 'TYPE_SMS', direction: 'outbound' },
        },
      ],
    },
  ],
});
