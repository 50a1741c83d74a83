import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'appointment-no-show',
  title: 'Follow up on every appointment that was missed',
  purpose:
    'When an appointment is marked as a no-show, the user it was with gets a task to find a new time, and the contact gets a text.',
  needs: ['A phone number in HighLevel', 'The webhook relay of this integration'],
  trigger: {
    kind: 'own',
    operation: 'appointment_status_changed',
    inputs: { statuses: ['noshow'] },
  },
  steps: [
    {
      key: 'task',
      kind: 'create',
      operation: 'create_task',
      inputs: {
        contactId: '{{trigger__contactId}}',
        title: 'Find a new time for {{trigger__contact__name}}',
        dueDate: '{{zap_meta_utc_iso}} +1d',
        body: 'Missed: {{trigger__calendarName}}, {{trigger__localStart}}\n{{trigger__contact__link}}',
        assignedTo: '{{trigger__assignedUserId}}',
      },
    },
    {
      key: 'has_phone',
      kind: 'filter',
      groups: [[{ field: '{{trigger__contact__phone}}', condition: 'Exists' }]],
    },
    {
      key: 'text',
      kind: 'create',
      operation: 'send_sms',
      inputs: {
        contactId: '{{trigger__contactId}}',
        message:
          'Hi {{trigger__contact__firstName}}, we missed you at your appointment. Reply with a day that suits you, and we find a new time.',
      },
    },
  ],
  gives: [
    'A task for the assigned user, due a day later',
    'A text to the contact, once for each missed appointment',
  ],
  notes: [
    'An appointment that someone marks as a no-show, then as showed, and then as a no-show again starts the Zap twice.',
    'It also works for appointments that were booked before the Zap was turned on.',
    'A contact without a phone number gets no text, but the task is still created.',
  ],
  tries: [
    {
      title: 'for one that was missed, not for one that took place',
      given: [
        { as: 'missed', pick: 'appointments', where: { title: 'Anna Lindqvist' } },
        { as: 'held', pick: 'appointments', where: { title: 'Marcus Okafor' } },
      ],
      happens: [
        {
          operation: 'creates.change_appointment_status',
          inputs: { appointmentId: '{{held__id}}', appointmentStatus: 'showed' },
        },
        {
          operation: 'creates.change_appointment_status',
          inputs: { appointmentId: '{{missed__id}}', appointmentStatus: 'noshow' },
        },
      ],
      events: 2,
      finished: 1,
      outcome: [
        {
          in: 'tasks',
          where: {
            contactId: '{{missed__contactId}}',
            title: 'Find a new time for Anna Lindqvist',
          },
          has: { assignedTo: '{{missed__assignedUserId}}', completed: false },
          contains: { body: ['Missed: Consultation, '] },
        },
        {
          in: 'messages',
          where: {
            contactId: '{{missed__contactId}}',
            body: 'Hi Anna, we missed you at your appointment. Reply with a day that suits you, and we find a new time.',
          },
        },
        {
          in: 'tasks',
          where: { contactId: '{{held__contactId}}', title: 'Find a new time for Marcus Okafor' },
          count: 0,
        },
      ],
    },
  ],
});
