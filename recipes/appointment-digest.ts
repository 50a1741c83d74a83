import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'appointment-digest',
  title: "Email your team tomorrow's appointments every evening",
  purpose:
    'Each evening, one email lists the appointments of the next day: the time, the calendar, the contact, and how to reach them.',
  needs: ['A HighLevel sub-account with calendars'],
  trigger: {
    kind: 'app',
    app: 'Schedule by Zapier',
    event: 'Every Day',
    setUp: 'Choose a time in the evening, and whether it runs on weekends.',
    sample: { id: '2026-11-21T18:00:00+00:00', pretty_date: 'Nov 21, 2026', hour: '18' },
  },
  steps: [
    {
      key: 'tomorrow',
      kind: 'search',
      operation: 'find_appointments',
      inputs: { period: 'tomorrow', statuses: ['new', 'confirmed'] },
    },
    {
      key: 'email',
      kind: 'app',
      app: 'Email by Zapier',
      action: 'Send Outbound Email',
      inputs: {
        to: 'team@example.com',
        subject: "Tomorrow's appointments",
        body: '{{tomorrow__count}} appointments, times in {{tomorrow__timezone}}:\n\n{{tomorrow__digest}}',
      },
    },
  ],
  gives: ['One email an evening, the earliest appointment first'],
  notes: [
    '"Tomorrow" is a day in the time zone of the sub-account, whatever the time zone of the Zap.',
    'On a day without appointments the Zap stops at the search, and no email is sent.',
    'To list one calendar or one user, choose it in **Find Many Appointments**. All calendars together take up to 40 requests.',
  ],
  tries: [
    {
      title: 'with the contact of each, without those that are canceled',
      given: [
        { as: 'anna', pick: 'contacts', where: { firstName: 'Anna', lastName: 'Lindqvist' } },
        { as: 'sofia', pick: 'contacts', where: { firstName: 'Sofia' } },
        { as: 'calendar', pick: 'calendars', where: { name: 'Whitening' } },
        {
          operation: 'creates.book_appointment',
          inputs: {
            contactId: '{{anna__id}}',
            calendarId: '{{calendar__id}}',
            startTime: '{{in__24h}}',
            ignoreAvailability: true,
          },
        },
        {
          operation: 'creates.book_appointment',
          inputs: {
            contactId: '{{sofia__id}}',
            calendarId: '{{calendar__id}}',
            startTime: '{{in__24h}}',
            appointmentStatus: 'cancelled',
            title: 'Off',
            ignoreAvailability: true,
          },
        },
      ],
      finished: 1,
      outcome: [],
      receives: [
        {
          step: 'email',
          fields: { to: 'team@example.com', subject: "Tomorrow's appointments" },
          contains: {
            body: ['appointments, times in America/New_York:', 'Whitening: Anna Lindqvist ('],
          },
        },
      ],
    },
  ],
});
