import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'slack-question-digest',
  title: "Answer a support question in Slack with the attendee's history",
  purpose:
    'Someone asks in Slack about an attendee and names their email address. The thread gets one summary: the latest messages with that person, and the transcript of their last call.',
  partner: 'Accelevents',
  needs: ['A Slack channel for support', 'A HighLevel sub-account with the attendees as contacts'],
  trigger: {
    kind: 'app',
    app: 'Slack',
    event: 'New Message Posted to Channel',
    setUp: 'Choose the support channel, and No for bot messages.',
    sample: {
      ts: '1795514600.000100',
      user: 'Noor',
      text: 'What did we promise <mailto:anna.lindqvist@example.com|anna.lindqvist@example.com> about parking?',
    },
  },
  steps: [
    {
      key: 'email',
      kind: 'formatter',
      transform: 'Extract Email Address',
      inputs: { inputs: '{{trigger__text}}' },
    },
    {
      key: 'names_somebody',
      kind: 'filter',
      groups: [[{ field: '{{email__output}}', condition: 'Exists' }]],
    },
    {
      key: 'contact',
      kind: 'search',
      operation: 'find_contact',
      inputs: { email: '{{email__output}}' },
    },
    {
      key: 'history',
      kind: 'search',
      operation: 'find_messages',
      inputs: { contactId: '{{contact__id}}', limit: '20' },
    },
    {
      key: 'call',
      kind: 'search',
      operation: 'find_message',
      inputs: { contactId: '{{contact__id}}', channel: 'call' },
      ifNothing: 'continue',
    },
    {
      key: 'kind',
      kind: 'paths',
      branches: [
        {
          title: 'With a call',
          groups: [[{ field: '{{call__id}}', condition: 'Exists' }]],
          steps: [
            {
              key: 'said',
              kind: 'search',
              operation: 'find_transcription',
              inputs: { messageId: '{{call__id}}' },
              ifNothing: 'continue',
            },
            {
              key: 'digest_with_call',
              kind: 'app',
              app: 'Slack',
              action: 'Send Channel Message',
              inputs: {
                channel: { choose: '#support' },
                thread_ts: '{{trigger__ts}}',
                text: '*{{contact__name}}*, the latest messages:\n{{history__transcript}}\n\n*The last call, {{call__dateAdded}}:*\n{{said__text}}\n{{history__link}}',
              },
            },
          ],
        },
        {
          title: 'Without a call',
          groups: 'fallback',
          steps: [
            {
              key: 'digest',
              kind: 'app',
              app: 'Slack',
              action: 'Send Channel Message',
              inputs: {
                channel: { choose: '#support' },
                thread_ts: '{{trigger__ts}}',
                text: '*{{contact__name}}*, the latest messages:\n{{history__transcript}}\n{{history__link}}',
              },
            },
          ],
        },
      ],
    },
  ],
  gives: ['One summary in the thread of the question, the oldest message first'],
  notes: [
    'The transcript is empty for a call that HighLevel has not transcribed.',
    'Everyone in the channel reads the conversation. Use a private channel.',
    'An **AI by Zapier** step between the searches and Slack can answer the question from the summary.',
  ],
  tries: [
    {
      title: 'with the call, for a contact who called; not for a post that names no one',
      given: [
        { as: 'anna', pick: 'contacts', where: { firstName: 'Anna', lastName: 'Lindqvist' } },
        {
          as: 'call',
          post: '/messages',
          body: {
            contactId: '{{anna__id}}',
            channel: 'Call',
            call: { duration: 60, status: 'completed' },
          },
        },
        {
          post: '/messages/{{call__messageId}}/transcript',
          body: {
            transcript: ['Is there parking?', 'Yes, on level two.'],
            recordingSeconds: 60,
          },
        },
      ],
      payload: [
        {
          ts: '1795514600.000100',
          user: 'Noor',
          text: 'What did we promise <mailto:anna.lindqvist@example.com|anna.lindqvist@example.com> about parking?',
        },
        { ts: '1795514601.000100', user: 'Noor', text: 'Good morning!' },
      ],
      finished: 1,
      stopped: 1,
      outcome: [],
      receives: [
        {
          step: 'digest_with_call',
          fields: { channel: '#support', thread_ts: '1795514600.000100' },
          contains: {
            text: [
              '*Anna Lindqvist*, the latest messages:',
              'Speaker 1: Is there parking?\nSpeaker 2: Yes, on level two.',
            ],
          },
        },
      ],
    },
  ],
});
