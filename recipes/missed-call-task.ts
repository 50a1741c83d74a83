import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'missed-call-task',
  title: 'Make a task for every missed call',
  purpose:
    'A call that no one answered becomes a task for the user who looks after the contact, due within the hour.',
  needs: ['A phone number in HighLevel', 'The webhook relay of this integration'],
  trigger: {
    kind: 'own',
    operation: 'new_call',
    inputs: { direction: 'inbound', outcome: 'missed' },
  },
  steps: [
    {
      key: 'task',
      kind: 'create',
      operation: 'create_task',
      inputs: {
        contactId: '{{trigger__contactId}}',
        title: 'Call {{trigger__contact__name}} back',
        dueDate: '{{trigger__dateAdded}} +1h',
        body: 'Missed call from {{trigger__contact__name}} {{trigger__contact__phone}}\n{{trigger__link}}',
        assignedTo: '{{trigger__contact__assignedTo}}',
      },
    },
  ],
  gives: ['A task with the contact, assigned and due an hour after the call'],
  notes: [
    'If no one looks after the contact, the task has no assigned user.',
    'Calls that went to voicemail have the outcome "Voicemail", not "Missed". To include them, set **Outcome** to **Nobody answered (missed or voicemail)**.',
    'A date field adds what follows the date: `+1h` is an hour later, `+1d` the next day.',
  ],
  tries: [
    {
      title: 'for the user of the contact',
      given: [
        { as: 'anna', pick: 'contacts', where: { firstName: 'Anna', lastName: 'Lindqvist' } },
      ],
      happens: [
        {
          as: 'missed',
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
            call: { duration: 40, status: 'completed' },
          },
        },
      ],
      events: 2,
      finished: 1,
      outcome: [
        {
          in: 'tasks',
          where: { contactId: '{{anna__id}}', title: 'Call Anna Lindqvist back' },
          has: { assignedTo: '{{anna__assignedTo}}', completed: false },
        },
      ],
    },
    {
      title: 'for no one, if no one looks after the contact',
      given: [{ as: 'sofia', pick: 'contacts', where: { firstName: 'Sofia' } }],
      happens: [
        {
          post: '/messages',
          body: {
            contactId: '{{sofia__id}}',
            channel: 'Call',
            call: { duration: 0, status: 'busy' },
          },
        },
      ],
      finished: 1,
      outcome: [
        {
          in: 'tasks',
          where: { contactId: '{{sofia__id}}', title: 'Call Sofia Marchetti back' },
        },
      ],
    },
  ],
});
