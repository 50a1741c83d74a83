import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'accelevents-session-notes',
  title: 'File what was said about a session with its host',
  purpose:
    'When a session of your event is over, the messages with its host since it began, and the last phone call with its recording and transcript, go into one note on the host.',
  partner: 'Accelevents',
  needs: [
    'Accelevents, or whoever closes the session, to call a webhook at its end',
    'Webhooks by Zapier, which is part of the paid plans',
    'The host as a contact in HighLevel, and calls that HighLevel records and transcribes',
  ],
  trigger: {
    kind: 'app',
    app: 'Webhooks by Zapier',
    event: 'Catch Hook',
    setUp:
      'Accelevents sends webhooks for ticket purchases and check-ins, but we found none for the end of a session. Let your schedule, a button on your run sheet, or the check-in at the next session call the URL that Zapier shows, with these fields.',
    sample: {
      eventName: 'Harbour Health Days',
      sessionTitle: 'Whitening in practice',
      startedAt: '2026-11-20T14:00:00Z',
      endedAt: '2026-11-20T15:00:00Z',
      hostEmail: 'anna.lindqvist@example.com',
    },
  },
  steps: [
    {
      key: 'host',
      kind: 'search',
      operation: 'find_contact',
      inputs: { email: '{{trigger__hostEmail}}' },
    },
    {
      key: 'messages',
      kind: 'search',
      operation: 'find_messages',
      inputs: { contactId: '{{host__id}}', startDate: '{{trigger__startedAt}} -1h' },
      ifNothing: 'continue',
    },
    {
      key: 'call',
      kind: 'search',
      operation: 'find_message',
      inputs: { contactId: '{{host__id}}', channel: 'call' },
    },
    {
      key: 'recording',
      kind: 'search',
      operation: 'find_recording',
      inputs: { messageId: '{{call__id}}' },
    },
    {
      key: 'text',
      kind: 'search',
      operation: 'find_transcription',
      inputs: { messageId: '{{call__id}}' },
    },
    {
      key: 'stored',
      kind: 'create',
      operation: 'upload_attachment',
      inputs: { contactId: '{{host__id}}', file: '{{recording__recordingFile}}' },
    },
    {
      key: 'note',
      kind: 'create',
      operation: 'add_note',
      inputs: {
        contactId: '{{host__id}}',
        title: '{{trigger__eventName}}: {{trigger__sessionTitle}}',
        body: 'Messages\n{{messages__transcript}}\n\nCall of {{recording__callDuration}} seconds\n{{text__text}}\n\nRecording: {{stored__id}}',
      },
    },
  ],
  gives: [
    'A note on the host with the messages as one text, the transcript of the call, and the URL of the recording, which is stored in HighLevel',
  ],
  notes: [
    'Files that Zapier passes from step to step expire. **Upload Attachment** stores the recording in HighLevel, and its URL goes into the note.',
    'The transcript of a call is ready some minutes after the call: put **Delay by Zapier** before **Find Call Transcription**, or send the webhook later. If it is not ready, the note leaves it out, and nothing fails.',
    'Without a call, or without a contact with this email address, the search finds nothing and the run stops without an error.',
    'Notes are added, never changed: each session gets its own.',
  ],
  tries: [
    {
      title: 'with messages, recording and transcript',
      given: [
        { as: 'anna', pick: 'contacts', where: { firstName: 'Anna', lastName: 'Lindqvist' } },
        {
          post: '/messages',
          body: {
            contactId: '{{anna__id}}',
            channel: 'SMS',
            body: 'The projector in room two is dark.',
          },
        },
        {
          post: '/messages',
          body: {
            contactId: '{{anna__id}}',
            channel: 'Call',
            call: {
              duration: 21,
              status: 'completed',
              recordingSeconds: 2,
              transcript: ['Room two, hello?', 'A new lamp is on its way.'],
            },
          },
        },
      ],
      payload: {
        eventName: 'Harbour Health Days',
        sessionTitle: 'Whitening in practice',
        startedAt: '{{ago__1h}}',
        endedAt: '{{ago__0h}}',
        hostEmail: '{{anna__email}}',
      },
      finished: 1,
      outcome: [
        {
          in: 'notes',
          where: {
            contactId: '{{anna__id}}',
            title: 'Harbour Health Days: Whitening in practice',
          },
          contains: {
            body: [
              'Anna Lindqvist: The projector in room two is dark.',
              'Call of 21 seconds',
              'Speaker 1: Room two, hello?',
              'Speaker 2: A new lamp is on its way.',
              'Recording: http',
            ],
          },
        },
      ],
    },
    {
      title: 'not for a host who is not in HighLevel',
      payload: {
        eventName: 'Harbour Health Days',
        sessionTitle: 'Whitening in practice',
        startedAt: '2026-11-20T14:00:00Z',
        endedAt: '2026-11-20T15:00:00Z',
        hostEmail: 'unknown.host@example.com',
      },
      finished: 0,
      stopped: 1,
      outcome: [],
    },
  ],
});
