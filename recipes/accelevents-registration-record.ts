import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'accelevents-registration-record',
  title: 'Keep each Accelevents registration as a record of its own',
  purpose:
    'Every registration becomes a record of your custom object, linked to the guest. A guest who comes to three events has three registrations, each with its ticket, price and day.',
  partner: 'Accelevents',
  needs: [
    'An Accelevents account with webhooks',
    'Webhooks by Zapier, which is part of the paid plans',
    'In HighLevel a custom object **Registration** with the fields Event, Ticket, Price and Event Date, and an association **Registration – Guest** between it and contacts',
  ],
  trigger: {
    kind: 'app',
    app: 'Webhooks by Zapier',
    event: 'Catch Hook',
    setUp:
      'Paste the URL that Zapier shows into Accelevents under Integrations, Webhook, and tick the topic for registrations there. Register for a test, so that Zapier sees the fields.',
    sample: {
      barcodeId: 'AE-7731-4',
      firstName: 'Livia',
      lastName: 'Brandt',
      email: 'livia.brandt@example.com',
      eventName: 'Open Day',
      eventDate: '2027-03-05',
      ticketType: 'Student',
      ticketPrice: 12.5,
    },
  },
  steps: [
    {
      key: 'seen',
      kind: 'table',
      table: 'Accelevents registrations',
      column: 'Barcode',
      value: '{{trigger__barcodeId}}',
    },
    {
      key: 'is_new',
      kind: 'filter',
      groups: [
        [{ field: '{{seen___zap_search_was_found_status}}', condition: '(Boolean) Is false' }],
      ],
    },
    {
      key: 'guest',
      kind: 'find_or_create',
      operation: 'find_contact',
      inputs: { email: '{{trigger__email}}' },
      createInputs: {
        email: '{{trigger__email}}',
        firstName: '{{trigger__firstName}}',
        lastName: '{{trigger__lastName}}',
        source: 'Accelevents',
      },
    },
    {
      key: 'registration',
      kind: 'create',
      operation: 'create_record',
      inputs: {
        objectKey: 'Registration',
        'field:Event': '{{trigger__eventName}}',
        'field:Ticket': '{{trigger__ticketType}}',
        'field:Price': '{{trigger__ticketPrice}}',
        'field:Event Date': '{{trigger__eventDate}}',
      },
    },
    {
      key: 'link',
      kind: 'create',
      operation: 'link_records',
      inputs: {
        associationId: { choose: 'Registration – Guest' },
        firstRecord: '{{registration__id}}',
        secondRecord: '{{guest__id}}',
      },
    },
  ],
  gives: [
    'A record of the custom object with event, ticket, price and day',
    'The record linked to the guest, who is found by email address or created',
  ],
  notes: [
    'Accelevents may send a webhook twice. The table remembers each barcode, and the filter stops the second run.',
    'If the ticket is not a choice of the field **Ticket**, the run stops and lists the choices. Add it in HighLevel, and replay the run.',
    'HighLevel does not stop two identical records: without the table there would be two.',
  ],
  tries: [
    {
      title: 'of a new guest, sent twice by Accelevents',
      times: 2,
      finished: 1,
      stopped: 1,
      outcome: [
        {
          as: 'livia',
          in: 'contacts',
          where: { email: 'livia.brandt@example.com' },
          has: { firstName: 'Livia', lastName: 'Brandt' },
        },
        {
          as: 'link',
          in: 'relations',
          where: { secondRecordId: '{{livia__id}}' },
        },
        {
          in: 'objectRecords',
          where: { id: '{{link__firstRecordId}}' },
          has: {
            objectKey: 'custom_objects.registration',
            properties: {
              event: 'Open Day',
              ticket: 'student',
              price: { currency: 'default', value: 12.5 },
              event_date: '2027-03-05',
            },
          },
        },
      ],
    },
    {
      title: 'of a contact that HighLevel has',
      given: [{ as: 'sofia', pick: 'contacts', where: { firstName: 'Sofia' } }],
      payload: {
        barcodeId: 'AE-7731-5',
        firstName: 'Sofia',
        lastName: 'Marchetti',
        email: '{{sofia__email}}',
        eventName: 'Open Day',
        eventDate: '2027-03-05',
        ticketType: 'standard',
        ticketPrice: 25,
      },
      finished: 1,
      outcome: [
        {
          as: 'record',
          in: 'objectRecords',
          where: { objectKey: 'custom_objects.registration' },
          has: {
            properties: {
              event: 'Open Day',
              ticket: 'standard',
              price: { currency: 'default', value: 25 },
              event_date: '2027-03-05',
            },
          },
        },
        {
          in: 'relations',
          where: { firstRecordId: '{{record__id}}', secondRecordId: '{{sofia__id}}' },
        },
      ],
    },
  ],
});
