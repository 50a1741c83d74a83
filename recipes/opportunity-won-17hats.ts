import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'opportunity-won-17hats',
  title: 'Prepare a 17hats project for every opportunity you win',
  purpose:
    'When an opportunity is won in HighLevel, its contact is found or created in 17hats, and the user who won it gets a task to open the project there, with the value and a link.',
  needs: ['A 17hats account, connected to Zapier with its API key', 'The webhook relay'],
  trigger: {
    kind: 'own',
    operation: 'opportunity_status_changed',
    inputs: { statuses: ['won'] },
  },
  steps: [
    {
      key: 'client',
      kind: 'app',
      app: '17hats',
      action: 'Find or Create Contact',
      inputs: {
        first_name: '{{trigger__contact__firstName}}',
        last_name: '{{trigger__contact__lastName}}',
        email: '{{trigger__contact__email}}',
        phone: '{{trigger__contact__phone}}',
        company: '{{trigger__contact__companyName}}',
      },
      sample: { id: '48411' },
    },
    {
      key: 'task',
      kind: 'create',
      operation: 'create_task',
      inputs: {
        contactId: '{{trigger__contactId}}',
        title: 'Open the 17hats project: {{trigger__name}}',
        dueDate: '{{zap_meta_utc_iso}} +1d',
        body: 'Won in {{trigger__details__pipelineName}}, value {{trigger__monetaryValue}}.\n{{trigger__details__link}}',
        assignedTo: '{{trigger__assignedTo}}',
      },
    },
  ],
  gives: [
    'The contact in 17hats, once',
    'A task in HighLevel, due a day later, for the user of the opportunity',
  ],
  notes: [
    'On Zapier, 17hats offers contacts only. You open the project itself in 17hats: that is what the task is for.',
    'An opportunity that is opened again and won a second time starts the Zap again. Its contact is found, not created twice.',
    'To start at a stage instead, such as "Contract Signed", use the trigger **Opportunity Stage Changed**.',
  ],
  tries: [
    {
      title: 'for one that is won, and not for one that is lost',
      given: [
        { as: 'deal', pick: 'opportunities', where: { name: 'Implant for Anna' } },
        { as: 'other', pick: 'opportunities', where: { name: 'Check-up for Marcus' } },
      ],
      happens: [
        {
          operation: 'creates.change_opportunity_status',
          inputs: { opportunityId: '{{other__id}}', status: 'lost' },
        },
        {
          operation: 'creates.change_opportunity_status',
          inputs: { opportunityId: '{{deal__id}}', status: 'won' },
        },
      ],
      events: 2,
      finished: 1,
      outcome: [
        {
          in: 'tasks',
          where: { title: 'Open the 17hats project: Implant for Anna' },
          has: { contactId: '{{deal__contactId}}', assignedTo: '{{deal__assignedTo}}' },
          contains: { body: ['Won in New Patients, value 2400.', '/opportunities/'] },
        },
        {
          in: 'tasks',
          where: { title: 'Open the 17hats project: Check-up for Marcus' },
          count: 0,
        },
      ],
      receives: [
        {
          step: 'client',
          fields: {
            first_name: 'Anna',
            last_name: 'Lindqvist',
            email: 'anna.lindqvist@example.com',
            phone: '+16175550120',
            company: 'Lindqvist Interiors',
          },
        },
      ],
    },
  ],
});
