import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'slack-answer-to-sponsor',
  title: 'Answer sponsors from Slack',
  purpose:
    "A post in the sponsor channel that starts with a sponsor's email address goes to that sponsor, on the channel of their last message.",
  partner: 'Accelevents',
  needs: [
    "The Zap [Send sponsors' messages to the sponsor team's Slack channel](#send-sponsors-messages-to-the-sponsor-teams-slack-channel)",
  ],
  trigger: {
    kind: 'app',
    app: 'Slack',
    event: 'New Message Posted to Channel',
    setUp: 'Choose the sponsor channel, and No for bot messages.',
    sample: {
      ts: '1795514520.000200',
      user: 'Kim',
      text: '<mailto:anna.lindqvist@example.com|anna.lindqvist@example.com> :: Booth 14, right beside the coffee bar.',
    },
  },
  steps: [
    {
      key: 'is_answer',
      kind: 'filter',
      groups: [
        [
          { field: '{{trigger__text}}', condition: '(Text) Contains', value: '::' },
          { field: '{{trigger__text}}', condition: '(Text) Contains', value: '@' },
        ],
      ],
    },
    {
      key: 'email',
      kind: 'formatter',
      transform: 'Extract Email Address',
      inputs: { inputs: '{{trigger__text}}' },
    },
    {
      key: 'answer',
      kind: 'formatter',
      transform: 'Split Text',
      inputs: { inputs: '{{trigger__text}}', separator: '::', segment_index: 'Last' },
    },
    {
      key: 'contact',
      kind: 'search',
      operation: 'find_contact',
      inputs: { email: '{{email__output}}' },
    },
    {
      key: 'last',
      kind: 'search',
      operation: 'find_message',
      inputs: { contactId: '{{contact__id}}', direction: 'inbound' },
    },
    {
      key: 'reply',
      kind: 'create',
      operation: 'reply_to_message',
      inputs: { messageId: '{{last__id}}', message: '{{answer__output}}' },
    },
  ],
  gives: ["The answer in the sponsor's conversation, on the channel they wrote on"],
  notes: [
    'Everything after the last `::` is sent. Other posts in the channel stop at the filter.',
    'If no contact has the address, the Zap stops at **Find Contact**: nothing is sent to anyone else.',
  ],
  tries: [
    {
      title: 'by text message to the sponsor who texted; talk among the team is not sent',
      given: [
        { as: 'anna', pick: 'contacts', where: { firstName: 'Anna', lastName: 'Lindqvist' } },
        {
          post: '/messages',
          body: { contactId: '{{anna__id}}', channel: 'SMS', body: 'Where is our booth?' },
        },
      ],
      payload: [
        {
          ts: '1795514520.000200',
          user: 'Kim',
          text: '<mailto:anna.lindqvist@example.com|anna.lindqvist@example.com> :: Booth 14, right beside the coffee bar.',
        },
        { ts: '1795514521.000200', user: 'Kim', text: 'Who brings the badges?' },
        {
          ts: '1795514523.000200',
          user: 'Kim',
          text: 'Did someone answer <mailto:anna.lindqvist@example.com|anna.lindqvist@example.com>?',
        },
        {
          ts: '1795514522.000200',
          user: 'Kim',
          text: '<mailto:nobody@example.com|nobody@example.com> :: Hello',
        },
      ],
      finished: 1,
      stopped: 3,
      outcome: [
        {
          in: 'messages',
          where: {
            contactId: '{{anna__id}}',
            body: 'Booth 14, right beside the coffee bar.',
          },
          has: { messageType: 'TYPE_SMS', direction: 'outbound' },
        },
      ],
    },
  ],
});
