import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'deal-stage-to-act-on',
  title: 'Put contacts on an Act-On list when their deal reaches a stage',
  purpose:
    'An opportunity that moves to a stage of your pipeline updates its contact in Act-On and adds it to the marketing list for that stage.',
  needs: ['An Act-On account with a marketing list', 'The webhook relay'],
  trigger: {
    kind: 'own',
    operation: 'opportunity_stage_changed',
    inputs: {
      pipelineId: { choose: 'New Patients' },
      pipelineStageId: { choose: 'Consultation Booked' },
    },
  },
  steps: [
    {
      key: 'has_email',
      kind: 'filter',
      groups: [[{ field: '{{trigger__contact__email}}', condition: 'Exists' }]],
    },
    {
      key: 'person',
      kind: 'app',
      app: 'Act-On',
      action: 'Update or Create Contact (By Email Address)',
      inputs: {
        email: '{{trigger__contact__email}}',
        firstName: '{{trigger__contact__firstName}}',
        lastName: '{{trigger__contact__lastName}}',
        company: '{{trigger__contact__companyName}}',
        mobilePhone: '{{trigger__contact__phone}}',
        externalId: '{{trigger__contactId}}',
      },
      sample: { id: 'AO-77121', email: 'anna@example.com' },
    },
    {
      key: 'listed',
      kind: 'app',
      app: 'Act-On',
      action: 'Add Contact to Marketing List',
      inputs: { list: { choose: 'Consultations' }, email: '{{trigger__contact__email}}' },
    },
  ],
  gives: [
    'The contact in Act-On, found by its email address',
    'The contact on the marketing list of the stage',
  ],
  notes: [
    'One Zap for each stage with a list of its own. To put contacts on a list when they leave a stage, choose it in **From Stage** and leave **Stage** blank.',
    'Without an email address Act-On cannot find anyone: the filter stops the run.',
    'Act-On publishes the names of its contact fields, but not those of **Add Contact to Marketing List**: choose your list, and map the email address or the "ID" of the previous step, whichever it asks for.',
  ],
  tries: [
    {
      title: 'for the stage that was chosen, and not for another one',
      given: [{ as: 'deal', pick: 'opportunities', where: { name: 'Check-up for Marcus' } }],
      happens: [
        {
          operation: 'creates.move_opportunity_to_stage',
          inputs: {
            opportunityId: '{{deal__id}}',
            pipelineId: 'New Patients',
            pipelineStageId: 'Treatment Accepted',
          },
        },
        {
          operation: 'creates.move_opportunity_to_stage',
          inputs: {
            opportunityId: '{{deal__id}}',
            pipelineId: 'New Patients',
            pipelineStageId: 'Consultation Booked',
          },
        },
      ],
      events: 2,
      finished: 1,
      outcome: [
        { as: 'marcus', in: 'contacts', where: { id: '{{deal__contactId}}' } },
        { in: 'opportunities', where: { id: '{{deal__id}}' } },
      ],
      receives: [
        {
          step: 'person',
          fields: {
            email: '{{marcus__email}}',
            firstName: '{{marcus__firstName}}',
            lastName: '{{marcus__lastName}}',
            company: '{{marcus__companyName}}',
            mobilePhone: '{{marcus__phone}}',
            externalId: '{{marcus__id}}',
          },
        },
        { step: 'listed', fields: { list: 'Consultations', email: '{{marcus__email}}' } },
      ],
    },
  ],
});
