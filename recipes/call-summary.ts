import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'call-summary',
  title: 'Put the summary of a call on the contact',
  purpose:
    'When the transcript of a phone call is ready, a summary is added as a note on the contact, with a link to the conversation.',
  needs: [
    'Calls that HighLevel records and transcribes',
    'A step that writes the summary: AI by Zapier here, or any app of your choice',
  ],
  trigger: {
    kind: 'own',
    operation: 'transcription_ready',
    inputs: { minimumDuration: '30' },
  },
  steps: [
    {
      key: 'summary',
      kind: 'app',
      app: 'AI by Zapier',
      action: 'Analyze and Return Data',
      inputs: {
        prompt:
          'Summarize this phone call in three sentences: what {{trigger__contact__firstName}} wants, what was agreed, what is left to do.',
        input: '{{trigger__transcription__text}}',
      },
      sample: {
        summary: 'Anna wants to move her appointment. Thursday at ten was agreed. Nothing is left.',
      },
    },
    {
      key: 'note',
      kind: 'create',
      operation: 'add_note',
      inputs: {
        contactId: '{{trigger__contactId}}',
        title: 'Call of {{trigger__callDuration}} seconds',
        body: '{{summary__summary}}\n\n{{trigger__link}}',
        userId: '{{trigger__userId}}',
      },
    },
  ],
  gives: ['A note on the contact for each call of half a minute or more'],
  notes: [
    'The transcript of a call is ready some minutes after the call. **Call Transcription Ready** waits for it; a Zap that starts with **New Call** would run too early.',
    'It looks at the calls of the last 24 hours. A call without a recording never starts the Zap.',
    'What the contact said goes to the app that writes the summary. Tell people if the law requires it.',
    'In AI by Zapier, name the output field "Summary".',
  ],
  tries: [
    {
      title: 'when its transcript is ready',
      given: [
        { as: 'anna', pick: 'contacts', where: { firstName: 'Anna', lastName: 'Lindqvist' } },
        { as: 'miguel', pick: 'users', where: { firstName: 'Miguel' } },
        {
          as: 'call',
          post: '/messages',
          body: {
            contactId: '{{anna__id}}',
            channel: 'Call',
            userId: '{{miguel__id}}',
            call: { duration: 95, status: 'completed' },
          },
        },
      ],
      happens: [
        {
          post: '/messages/{{call__messageId}}/transcript',
          body: {
            transcript: ['Harbour Dental, good morning.', 'Could we say Thursday at ten?'],
            recordingSeconds: 95,
          },
        },
      ],
      finished: 1,
      outcome: [
        {
          in: 'notes',
          where: { contactId: '{{anna__id}}', title: 'Call of 95 seconds' },
          has: { userId: '{{miguel__id}}' },
        },
      ],
      receives: [
        {
          step: 'summary',
          fields: {
            prompt:
              'Summarize this phone call in three sentences: what Anna wants, what was agreed, what is left to do.',
            input:
              'Speaker 1: Harbour Dental, good morning.\nSpeaker 2: Could we say Thursday at ten?',
          },
        },
      ],
    },
  ],
});
