import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'bounced-email-task',
  title: 'Find a new email address when an email bounces',
  purpose:
    'When an email to a contact bounces, the contact gets a tag that keeps it out of your next mailing, and a user gets a task to ask for another address.',
  needs: [
    "LC Email, HighLevel's own email service, in the sub-account",
    'The webhook relay of this integration, with LCEmailStats switched on in HighLevel',
  ],
  trigger: { kind: 'own', operation: 'email_event', inputs: { events: ['bounced'] } },
  steps: [
    {
      key: 'has_contact',
      kind: 'filter',
      groups: [[{ field: '{{trigger__contactId}}', condition: 'Exists' }]],
    },
    {
      key: 'tag',
      kind: 'create',
      operation: 'add_contact_tags',
      inputs: { contactId: '{{trigger__contactId}}', tags: ['email bounced'] },
    },
    {
      key: 'task',
      kind: 'create',
      operation: 'create_task',
      inputs: {
        contactId: '{{trigger__contactId}}',
        title: 'Ask {{trigger__contact__name}} for another email address',
        dueDate: '{{zap_meta_utc_iso}} +1d',
        body: 'An email to {{trigger__email}} came back: {{trigger__reason}}\n{{trigger__contact__link}}',
        assignedTo: '{{trigger__contact__assignedTo}}',
      },
    },
  ],
  gives: [
    'The tag `email bounced` on the contact',
    'A task for the user who looks after the contact, due a day later',
  ],
  notes: [
    "HighLevel's event does not name the contact: the Zap finds the one with the email address. If several contacts share the address, it stops at the filter.",
    'Leave out contacts with the tag when you choose who gets a mailing. Remove the tag when you have a new address.',
  ],
  tries: [
    {
      title: 'for an email that bounced, not for one that arrived',
      given: [
        { as: 'anna', pick: 'contacts', where: { email: 'anna.lindqvist@example.com' } },
        {
          operation: 'creates.send_email',
          inputs: { contactId: '{{anna__id}}', subject: 'Our offer', html: '<p>Hello.</p>' },
        },
      ],
      happens: [
        { post: '/email-events', body: { contactId: '{{anna__id}}', event: 'delivered' } },
        {
          post: '/email-events',
          body: {
            contactId: '{{anna__id}}',
            event: 'failed',
            code: 550,
            message: 'No such mailbox',
          },
        },
      ],
      events: 2,
      finished: 1,
      outcome: [
        { in: 'contacts', where: { id: '{{anna__id}}' }, contains: { tags: ['email bounced'] } },
        {
          in: 'tasks',
          where: {
            contactId: '{{anna__id}}',
            title: 'Ask Anna Lindqvist for another email address',
          },
          contains: { body: ['came back: No such mailbox'] },
        },
      ],
    },
  ],
});
