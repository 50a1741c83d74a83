import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'nightly-clean-up',
  title: "Clear yesterday's unread conversations every night",
  purpose:
    'Each night, conversations that have been unread for more than a day are marked as read, and the message that was scheduled in them is canceled, so that no one gets a reminder on top of an unanswered question.',
  needs: ['A HighLevel sub-account'],
  trigger: {
    kind: 'app',
    app: 'Schedule by Zapier',
    event: 'Every Day',
    setUp: 'Choose a time at night, and whether it runs on weekends.',
    sample: { id: '2026-11-21T03:00:00+00:00', pretty_date: 'Nov 21, 2026', hour: '03' },
  },
  steps: [
    {
      key: 'day_ago',
      kind: 'formatter',
      transform: 'Add/Subtract Time',
      inputs: {
        inputs: '{{zap_meta_utc_iso}}',
        expression: '-1 day',
        to_format: 'YYYY-MM-DDTHH:mm:ssZ',
      },
    },
    {
      key: 'unread',
      kind: 'search',
      operation: 'find_conversation',
      inputs: { status: 'unread' },
      all: true,
    },
    {
      key: 'each',
      kind: 'loop',
      over: {
        conversation: '{{unread__results[]id}}',
        last_message: '{{unread__results[]lastMessageDate}}',
      },
      steps: [
        {
          key: 'is_old',
          kind: 'filter',
          groups: [
            [
              {
                field: '{{each__last_message}}',
                condition: '(Date/time) Before',
                value: '{{day_ago__output}}',
              },
            ],
          ],
        },
        {
          key: 'read',
          kind: 'create',
          operation: 'update_conversations',
          inputs: { conversationIds: ['{{each__conversation}}'], markAs: 'read' },
        },
        {
          key: 'latest',
          kind: 'search',
          operation: 'find_message',
          inputs: { conversationId: '{{each__conversation}}', direction: 'outbound' },
        },
        {
          key: 'is_waiting',
          kind: 'filter',
          groups: [
            [
              {
                field: '{{latest__status}}',
                condition: '(Text) Exactly matches',
                value: 'scheduled',
              },
            ],
          ],
        },
        {
          key: 'canceled',
          kind: 'create',
          operation: 'cancel_scheduled_message',
          inputs: { messageId: '{{latest__id}}' },
        },
      ],
    },
  ],
  gives: [
    'No conversation stays unread for more than a day',
    'The latest outbound message of each is canceled, if it was still waiting',
  ],
  notes: [
    'If several messages wait in one conversation, the one that was written last is canceled: Zapier cannot run a loop inside a loop.',
    'Up to 100 unread conversations a night, the latest first. If there are more, the rest follow the next night.',
    'A message that was sent in the same minute cannot be canceled: the step stops there with the reason, and the other conversations are still handled.',
    'To tell your team instead, replace the canceling step with **Send Message** and the channel **Internal Comment**.',
  ],
  tries: [
    {
      title: 'a text message that waited; a fresh conversation stays unread',
      given: [
        { as: 'victor', pick: 'contacts', where: { firstName: 'Victor' } },
        {
          as: 'old',
          post: '/messages',
          body: {
            contactId: '{{victor__id}}',
            channel: 'SMS',
            body: 'Is my night guard ready?',
            dateAdded: '{{ago__30h}}',
          },
        },
        {
          as: 'waiting',
          pick: 'messages',
          where: { contactId: '{{victor__id}}', status: 'scheduled' },
        },
        { as: 'anna', pick: 'contacts', where: { firstName: 'Anna', lastName: 'Lindqvist' } },
        {
          as: 'fresh',
          post: '/messages',
          body: { contactId: '{{anna__id}}', channel: 'SMS', body: 'One more question' },
        },
        {
          as: 'kept',
          operation: 'creates.send_sms',
          inputs: {
            contactId: '{{anna__id}}',
            message: 'See you tomorrow',
            scheduledTimestamp: '{{in__20h}}',
          },
        },
      ],
      finished: 1,
      outcome: [
        { in: 'conversations', where: { id: '{{old__conversationId}}' }, has: { unreadCount: 0 } },
        { in: 'messages', where: { id: '{{waiting__id}}' }, has: { cancelled: true } },
        { in: 'messages', where: { id: '{{kept__id}}' }, has: { status: 'scheduled' } },
        {
          in: 'conversations',
          where: { id: '{{fresh__conversationId}}', unreadCount: '0' },
          count: 0,
        },
      ],
    },
    {
      title: 'an email that waited',
      given: [
        { as: 'victor', pick: 'contacts', where: { firstName: 'Victor' } },
        {
          as: 'old',
          post: '/messages',
          body: {
            contactId: '{{victor__id}}',
            channel: 'SMS',
            body: 'Is my night guard ready?',
            dateAdded: '{{ago__30h}}',
          },
        },
        {
          as: 'waiting',
          operation: 'creates.send_email',
          inputs: {
            contactId: '{{victor__id}}',
            subject: 'Your night guard',
            message: 'It is ready.',
            scheduledTimestamp: '{{in__20h}}',
          },
        },
      ],
      finished: 1,
      outcome: [
        { in: 'conversations', where: { id: '{{old__conversationId}}' }, has: { unreadCount: 0 } },
        { in: 'emails', where: { id: '{{waiting__emailMessageId}}' }, has: { cancelled: true } },
      ],
    },
  ],
});
