import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'form-to-call',
  title: 'Open an opportunity for every form, and book the call',
  purpose:
    'Someone who asks for a call in a form gets an opportunity in your pipeline, the next free time in your calendar, and a text that says when.',
  needs: [
    'A form, a pipeline and a calendar in HighLevel',
    'A phone number in HighLevel, for the text',
  ],
  trigger: {
    kind: 'own',
    operation: 'new_form_submission',
    inputs: { formId: { choose: 'Callback' } },
  },
  steps: [
    {
      key: 'deal',
      kind: 'create',
      operation: 'create_opportunity',
      inputs: {
        contactId: '{{trigger__contactId}}',
        name: 'Call with {{trigger__name}}',
        pipelineId: { choose: 'New Patients' },
        source: '{{trigger__formName}}',
        ifExists: 'return',
      },
    },
    {
      key: 'free',
      kind: 'search',
      operation: 'find_available_times',
      inputs: { calendarId: { choose: 'Consultation' }, limit: '1' },
    },
    {
      key: 'call',
      kind: 'create',
      operation: 'book_appointment',
      inputs: {
        contactId: '{{trigger__contactId}}',
        calendarId: { choose: 'Consultation' },
        startTime: '{{free__first}}',
        title: 'Call with {{trigger__name}}',
        description: '{{trigger__answersText}}',
      },
    },
    {
      key: 'booked',
      kind: 'create',
      operation: 'move_opportunity_to_stage',
      inputs: {
        opportunityId: '{{deal__id}}',
        pipelineId: { choose: 'New Patients' },
        pipelineStageId: { choose: 'Consultation Booked' },
      },
    },
    {
      key: 'has_phone',
      kind: 'filter',
      groups: [[{ field: '{{trigger__phone}}', condition: 'Exists' }]],
    },
    {
      key: 'text',
      kind: 'create',
      operation: 'send_sms',
      inputs: {
        contactId: '{{trigger__contactId}}',
        message:
          'Hi {{trigger__contact__firstName}}, thank you for writing. We call you on {{call__localStart}}. Reply if another time suits you better.',
      },
    },
  ],
  gives: [
    'An opportunity in the stage "Consultation Booked"',
    'An appointment at the next free time, with the answers as its notes',
    'A text with the time, for a contact with a phone number',
  ],
  notes: [
    'Zapier checks for submissions every few minutes. HighLevel has no webhook for them.',
    'The time in the text is in the time zone of your sub-account. For contacts elsewhere, add a **Formatter** step that converts "Start Time" to "Contact Time Zone".',
    "A booking cannot include answers to the questions of a calendar's own form: they are fields of the contact. Set them with **Create or Update Contact**.",
    'Someone who fills in the form twice has two calls, and one opportunity.',
    'If nothing is free in the next 7 days, the Zap stops after the opportunity. Set that search to continue when nothing is found, and add a **Filter**, to go on without a call.',
  ],
  tries: [
    {
      title: 'for someone new',
      given: [{ as: 'form', pick: 'forms', where: { name: 'Callback' } }],
      happens: [
        {
          as: 'sent',
          post: '/submissions',
          body: {
            formId: '{{form__id}}',
            email: 'petra.lund@example.com',
            phone: '+14155550181',
            firstName: 'Petra',
            lastName: 'Lund',
            answers: { best_time: 'Mornings' },
          },
        },
      ],
      finished: 1,
      outcome: [
        {
          as: 'stage',
          in: 'opportunities',
          where: { contactId: '{{sent__contactId}}', name: 'Call with Petra Lund' },
          has: { source: 'Callback', status: 'open' },
        },
        {
          as: 'call',
          in: 'appointments',
          where: { contactId: '{{sent__contactId}}', title: 'Call with Petra Lund' },
          has: { appointmentStatus: 'confirmed' },
          contains: { description: ['Mornings'] },
        },
        {
          in: 'messages',
          where: { contactId: '{{sent__contactId}}' },
          contains: { body: ['Hi Petra, thank you for writing. We call you on '] },
        },
      ],
    },
  ],
});
