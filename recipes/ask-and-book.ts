import { defineRecipe } from './recipe.ts';

const ANSWER = { field: '{{question__replyText}}', condition: '(Text) Contains' } as const;

export default defineRecipe({
  key: 'ask-and-book',
  title: 'Ask by text, wait for the answer, then book or hand over',
  purpose:
    'A new 17hats contact is asked by text whether they want a call. If they answer yes, a workflow sends them your booking link. Any other answer goes to a person, with a task. Without an answer, nothing more is sent.',
  needs: [
    'A 17hats account, connected to Zapier with its API key',
    'The webhook relay, which notices the answer',
    'A published workflow that sends your booking link',
  ],
  trigger: {
    kind: 'app',
    app: '17hats',
    event: 'New Contact',
    sample: {
      id: '48301',
      first_name: 'Petra',
      last_name: 'Lund',
      email: 'petra.lund@example.com',
      phone: '+14155550181',
      company: 'Lund Events',
    },
  },
  steps: [
    {
      key: 'contact',
      kind: 'create',
      operation: 'upsert_contact',
      inputs: {
        email: '{{trigger__email}}',
        phone: '{{trigger__phone}}',
        firstName: '{{trigger__first_name}}',
        lastName: '{{trigger__last_name}}',
        source: '17hats',
      },
    },
    {
      key: 'question',
      kind: 'create',
      operation: 'send_message_and_wait',
      inputs: {
        contactId: '{{contact__id}}',
        channel: 'sms',
        waitFor: '2',
        waitUnit: 'days',
        message:
          'Hi {{contact__firstName}}, would you like a free call this week? Reply YES and we send you our calendar.',
      },
    },
    {
      key: 'answered',
      kind: 'filter',
      groups: [[{ field: '{{question__gotReply}}', condition: '(Boolean) Is true' }]],
    },
    {
      key: 'route',
      kind: 'paths',
      branches: [
        {
          title: 'Yes',
          groups: [[{ ...ANSWER, value: 'yes' }]],
          steps: [
            {
              key: 'booking',
              kind: 'create',
              operation: 'add_contact_to_workflow',
              inputs: {
                contactId: '{{contact__id}}',
                workflowId: { choose: 'Welcome new patient' },
              },
            },
          ],
        },
        {
          title: 'Anything else',
          groups: 'fallback',
          steps: [
            {
              key: 'owner',
              kind: 'create',
              operation: 'assign_contact',
              inputs: { contactId: '{{contact__id}}', userId: { choose: 'Miguel Ortega' } },
            },
            {
              key: 'task',
              kind: 'create',
              operation: 'create_task',
              inputs: {
                contactId: '{{contact__id}}',
                title: 'Answer {{contact__name}}',
                body: '{{question__replyText}}\n\n{{question__link}}',
                dueDate: '{{zap_meta_utc_iso}} +4h',
                assignedTo: '{{owner__assignedTo}}',
              },
            },
          ],
        },
      ],
    },
  ],
  gives: [
    'A contact who says yes, in the workflow',
    'Any other answer with a person, as a task due in four hours',
  ],
  notes: [
    'The Zap waits up to two days. Waiting costs no tasks.',
    'Only an answer on the same channel counts. To accept one by email too, choose **Any channel**.',
    'When you test the step, the message is sent and the step returns an example of an answer right away.',
  ],
  tries: [
    {
      title: 'to the workflow after a yes',
      meanwhile: [
        { as: 'petra', pick: 'contacts', where: { email: 'petra.lund@example.com' } },
        {
          post: '/messages',
          body: { contactId: '{{petra__id}}', channel: 'SMS', body: 'Yes please!' },
        },
      ],
      finished: 1,
      outcome: [
        { as: 'workflow', in: 'workflows', where: { name: 'Welcome new patient' } },
        {
          in: 'contacts',
          where: { id: '{{petra__id}}' },
          has: { workflows: ['{{workflow__id}}'] },
        },
        { in: 'tasks', where: { contactId: '{{petra__id}}' }, count: 0 },
        {
          in: 'messages',
          where: {
            contactId: '{{petra__id}}',
            body: 'Hi Petra, would you like a free call this week? Reply YES and we send you our calendar.',
          },
        },
      ],
    },
    {
      title: 'to a person after anything else',
      meanwhile: [
        { as: 'petra', pick: 'contacts', where: { email: 'petra.lund@example.com' } },
        { as: 'miguel', pick: 'users', where: { firstName: 'Miguel' } },
        {
          post: '/messages',
          body: { contactId: '{{petra__id}}', channel: 'SMS', body: 'What does it cost?' },
        },
      ],
      finished: 1,
      outcome: [
        {
          in: 'tasks',
          where: { contactId: '{{petra__id}}', title: 'Answer Petra Lund' },
          has: { assignedTo: '{{miguel__id}}' },
        },
      ],
    },
  ],
});
