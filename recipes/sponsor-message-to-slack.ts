import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'sponsor-message-to-slack',
  title: "Send sponsors' messages to the sponsor team's Slack channel",
  purpose:
    'During an Accelevents event, what a sponsor writes to your HighLevel number or inbox appears in the Slack channel of the team that looks after sponsors, with a link to the conversation.',
  partner: 'Accelevents',
  needs: [
    'Contacts of sponsors with the tag `sponsor`, such as from [Confirm Accelevents tickets from your own inbox](#confirm-accelevents-tickets-from-your-own-inbox)',
    'A Slack channel for the sponsor team',
    'The webhook relay',
  ],
  trigger: { kind: 'own', operation: 'new_inbound_message', inputs: { tag: 'sponsor' } },
  steps: [
    {
      key: 'post',
      kind: 'app',
      app: 'Slack',
      action: 'Send Channel Message',
      inputs: {
        channel: { choose: '#sponsors' },
        text: '*{{trigger__contact__name}}* ({{trigger__contact__companyName}}) wrote:\n{{trigger__body}}\n{{trigger__link}}\nTo answer, post: {{trigger__contact__email}} :: your answer',
      },
    },
  ],
  gives: ['One post in the channel for each message of a sponsor'],
  notes: [
    'The answer goes back with [Answer sponsors from Slack](#answer-sponsors-from-slack).',
    'A sponsor without an email address cannot be answered from Slack: open the link.',
  ],
  tries: [
    {
      title: 'for a sponsor, and for no one else',
      given: [
        { as: 'anna', pick: 'contacts', where: { firstName: 'Anna', lastName: 'Lindqvist' } },
        { as: 'emily', pick: 'contacts', where: { firstName: 'Emily' } },
        {
          operation: 'creates.add_contact_tags',
          inputs: { contactId: '{{anna__id}}', tags: ['sponsor'] },
        },
      ],
      happens: [
        {
          post: '/messages',
          body: { contactId: '{{anna__id}}', channel: 'SMS', body: 'Where is our booth?' },
        },
        {
          post: '/messages',
          body: { contactId: '{{emily__id}}', channel: 'SMS', body: 'Where is the toilet?' },
        },
      ],
      events: 2,
      finished: 1,
      outcome: [{ as: 'thread', in: 'conversations', where: { contactId: '{{anna__id}}' } }],
      receives: [
        {
          step: 'post',
          fields: {
            channel: '#sponsors',
            text: '*Anna Lindqvist* (Lindqvist Interiors) wrote:\nWhere is our booth?\nhttps://app.leadconnectorhq.com/v2/location/{{anna__locationId}}/conversations/conversations/{{thread__id}}\nTo answer, post: anna.lindqvist@example.com :: your answer',
          },
        },
      ],
    },
  ],
});
