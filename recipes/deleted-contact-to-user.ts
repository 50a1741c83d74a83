import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'deleted-contact-to-user',
  title: 'Delete the user of a team member who leaves',
  purpose:
    'When you delete a contact that has the tag "team", the user with the same email address is deleted too, and can no longer sign in.',
  needs: ['A HighLevel connection made by an admin', 'The webhook relay of this integration'],
  trigger: { kind: 'own', operation: 'contact_deleted', inputs: { tag: 'team' } },
  steps: [
    {
      key: 'has_email',
      kind: 'filter',
      groups: [[{ field: '{{trigger__email}}', condition: 'Exists' }]],
    },
    {
      key: 'user',
      kind: 'search',
      operation: 'find_user',
      inputs: { query: '{{trigger__email}}' },
    },
    {
      key: 'same',
      kind: 'filter',
      groups: [
        [
          {
            field: '{{user__email}}',
            condition: '(Text) Exactly matches',
            value: '{{trigger__email}}',
          },
          {
            field: '{{user__role}}',
            condition: '(Text) Does not exactly match',
            value: 'admin',
          },
        ],
      ],
    },
    {
      key: 'deleted',
      kind: 'create',
      operation: 'delete_user',
      inputs: { userId: '{{user__id}}' },
    },
  ],
  gives: ['No user has that email address anymore. Contacts assigned to the user stay.'],
  notes: [
    'Deleting a user cannot be undone. The second filter lets only a user through whose email address is the same to the letter, and never an admin.',
    'If there is no such user, the search finds nothing and the run stops without an error.',
    'It takes a few minutes until HighLevel has deleted the user.',
  ],
  tries: [
    {
      title: 'with the same email address',
      given: [
        {
          operation: 'creates.create_user',
          inputs: {
            firstName: 'Jonna',
            lastName: 'Aldous',
            email: 'jonna.aldous@example.com',
            role: 'user',
          },
        },
        {
          as: 'jonna',
          operation: 'creates.upsert_contact',
          inputs: {
            email: 'jonna.aldous@example.com',
            firstName: 'Jonna',
            lastName: 'Aldous',
            tags: ['team'],
          },
        },
      ],
      happens: [{ operation: 'creates.delete_contact', inputs: { contactId: '{{jonna__id}}' } }],
      finished: 1,
      outcome: [
        {
          in: 'users',
          where: { email: 'jonna.aldous@example.com' },
          has: { deleted: true },
        },
      ],
    },
    {
      title: 'never an admin',
      given: [
        { as: 'dana', pick: 'users', where: { firstName: 'Dana' } },
        {
          as: 'person',
          operation: 'creates.upsert_contact',
          inputs: { email: '{{dana__email}}', firstName: 'Dana', tags: ['team'] },
        },
      ],
      happens: [{ operation: 'creates.delete_contact', inputs: { contactId: '{{person__id}}' } }],
      finished: 0,
      stopped: 1,
      outcome: [{ in: 'users', where: { email: '{{dana__email}}' }, has: { deleted: false } }],
    },
    {
      title: 'not for other contacts',
      given: [{ as: 'hugo', pick: 'contacts', where: { firstName: 'Hugo' } }],
      happens: [{ operation: 'creates.delete_contact', inputs: { contactId: '{{hugo__id}}' } }],
      events: 1,
      finished: 0,
      outcome: [],
    },
  ],
});
