import { defineRecipe, type Step } from './recipe.ts';

const note = (key: string): Step => ({
  key,
  kind: 'create',
  operation: 'add_note',
  inputs: {
    contactId: '{{trigger__contactId}}',
    title: 'Call: {{mood__sentiment}}',
    body: '{{mood__summary}}\n\n{{trigger__link}}',
  },
});

export default defineRecipe({
  key: 'call-sentiment-routing',
  title: 'Route a contact by how a call went',
  purpose:
    'When the transcript of a call is ready, AI reads the mood. An unhappy contact goes to your best agent with a task for today. A happy one goes into a workflow that asks for a review.',
  needs: [
    'Calls that HighLevel records and transcribes',
    'A step that reads the mood: AI by Zapier here, or any app of your choice',
    'A published workflow',
  ],
  trigger: {
    kind: 'own',
    operation: 'transcription_ready',
    inputs: { minimumDuration: '30' },
  },
  steps: [
    {
      key: 'mood',
      kind: 'app',
      app: 'AI by Zapier',
      action: 'Analyze and Return Data',
      inputs: {
        prompt:
          'How did this call go for the customer? Answer "negative", "neutral" or "positive", and summarize the call in two sentences.',
        input: '{{trigger__transcription__text}}',
      },
      sample: {
        sentiment: 'negative',
        summary: 'The invoice was wrong twice. A corrected one was promised for today.',
      },
    },
    {
      key: 'route',
      kind: 'paths',
      branches: [
        {
          title: 'Unhappy',
          groups: [
            [
              {
                field: '{{mood__sentiment}}',
                condition: '(Text) Exactly matches',
                value: 'negative',
              },
            ],
          ],
          steps: [
            {
              key: 'agent',
              kind: 'create',
              operation: 'assign_contact',
              inputs: {
                contactId: '{{trigger__contactId}}',
                userId: { choose: 'Priya Shah' },
              },
            },
            {
              key: 'task',
              kind: 'create',
              operation: 'create_task',
              inputs: {
                contactId: '{{trigger__contactId}}',
                title: 'Call {{trigger__contact__name}} today',
                body: '{{mood__summary}}\n\n{{trigger__link}}',
                dueDate: '{{zap_meta_utc_iso}} +4h',
                assignedTo: '{{agent__assignedTo}}',
              },
            },
          ],
        },
        {
          title: 'Happy',
          groups: [
            [
              {
                field: '{{mood__sentiment}}',
                condition: '(Text) Exactly matches',
                value: 'positive',
              },
            ],
          ],
          steps: [
            {
              key: 'review',
              kind: 'create',
              operation: 'add_contact_to_workflow',
              inputs: {
                contactId: '{{trigger__contactId}}',
                workflowId: { choose: 'Welcome new patient' },
              },
            },
          ],
        },
        { title: 'Everything else', groups: 'fallback', steps: [note('neutral_note')] },
      ],
    },
  ],
  gives: [
    'An unhappy contact is assigned to the agent, with a task that is due in four hours',
    'A happy contact is in the workflow',
    'Any other call leaves a note on the contact',
  ],
  notes: [
    'In AI by Zapier, name the output fields "Sentiment" and "Summary", and enter the three values of Sentiment.',
    '**Call Transcription Ready** waits until the transcript exists, usually some minutes after the call.',
    'Choose your own agent and your own workflow. The names here are those of the local HighLevel.',
    'What was said goes to the AI app. Tell your contacts if the law requires it.',
  ],
  tries: [
    {
      title: 'to the agent with a task, when the call went badly',
      given: [
        { as: 'anna', pick: 'contacts', where: { firstName: 'Anna', lastName: 'Lindqvist' } },
        { as: 'priya', pick: 'users', where: { firstName: 'Priya' } },
        {
          as: 'call',
          post: '/messages',
          body: {
            contactId: '{{anna__id}}',
            channel: 'Call',
            call: { duration: 120, status: 'completed' },
          },
        },
      ],
      happens: [
        {
          post: '/messages/{{call__messageId}}/transcript',
          body: {
            transcript: ['Harbour Dental, hello.', 'This invoice is wrong for the second time!'],
            recordingSeconds: 120,
          },
        },
      ],
      finished: 1,
      outcome: [
        { in: 'contacts', where: { id: '{{anna__id}}' }, has: { assignedTo: '{{priya__id}}' } },
        {
          in: 'tasks',
          where: { contactId: '{{anna__id}}', title: 'Call Anna Lindqvist today' },
          has: { assignedTo: '{{priya__id}}', completed: false },
        },
      ],
      receives: [
        {
          step: 'mood',
          fields: {
            prompt:
              'How did this call go for the customer? Answer "negative", "neutral" or "positive", and summarize the call in two sentences.',
            input:
              'Speaker 1: Harbour Dental, hello.\nSpeaker 2: This invoice is wrong for the second time!',
          },
        },
      ],
    },
  ],
});
