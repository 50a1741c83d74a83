import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'contact-to-user',
  title: 'Make a user of a new team member',
  purpose:
    'A contact that you create with the tag "team" becomes a user of your sub-account who can sign in. If a user with that email address already exists, their name and phone number are updated.',
  needs: ['A HighLevel connection made by an admin', 'The tag `team` in HighLevel'],
  trigger: { kind: 'own', operation: 'new_contact', inputs: { tag: 'team' } },
  steps: [
    {
      key: 'complete',
      kind: 'filter',
      groups: [
        [
          { field: '{{trigger__email}}', condition: 'Exists' },
          { field: '{{trigger__firstName}}', condition: 'Exists' },
          { field: '{{trigger__lastName}}', condition: 'Exists' },
        ],
      ],
    },
    {
      key: 'user',
      kind: 'search',
      operation: 'find_user',
      inputs: { query: '{{trigger__email}}' },
      ifNothing: 'continue',
    },
    {
      key: 'which',
      kind: 'paths',
      branches: [
        {
          title: 'Is a user already',
          groups: [
            [{ field: '{{user___zap_search_was_found_status}}', condition: '(Boolean) Is true' }],
          ],
          steps: [
            {
              key: 'updated',
              kind: 'create',
              operation: 'update_user',
              inputs: {
                userId: '{{user__id}}',
                firstName: '{{trigger__firstName}}',
                lastName: '{{trigger__lastName}}',
                phone: '{{trigger__phone}}',
              },
            },
          ],
        },
        {
          title: 'Is new',
          groups: 'fallback',
          steps: [
            {
              key: 'created',
              kind: 'create',
              operation: 'create_user',
              inputs: {
                firstName: '{{trigger__firstName}}',
                lastName: '{{trigger__lastName}}',
                email: '{{trigger__email}}',
                phone: '{{trigger__phone}}',
                role: 'user',
                rights: ['contactsEnabled', 'conversationsEnabled', 'phoneCallEnabled'],
              },
            },
          ],
        },
      ],
    },
  ],
  gives: ['A user with the name, email address and phone number of the contact'],
  notes: [
    'The instant **Contact Created** runs before HighLevel has added the tags of a new contact. **New Contact** checks every few minutes and finds the contact once it has the tag.',
    'HighLevel requires a password, and Zapier stores none: the step sets a random one. The new user sets their own with **Forgot password** on the sign-in page.',
    'The sign-in address of a user cannot be changed. A team member with a new address needs a new user.',
    'A contact without email address, first or last name cannot become a user: the filter stops the run.',
    'Some HighLevel plans are billed by user.',
  ],
  tries: [
    {
      title: 'who can sign in',
      happens: [
        {
          operation: 'creates.upsert_contact',
          inputs: {
            email: 'jonna.aldous@example.com',
            firstName: 'Jonna',
            lastName: 'Aldous',
            phone: '+14155550181',
            tags: ['team'],
          },
        },
      ],
      finished: 1,
      outcome: [
        {
          in: 'users',
          where: { email: 'jonna.aldous@example.com' },
          has: { firstName: 'Jonna', lastName: 'Aldous', phone: '+14155550181' },
        },
      ],
    },
    {
      title: 'who is already a user, and has a new number',
      given: [{ as: 'miguel', pick: 'users', where: { firstName: 'Miguel' } }],
      happens: [
        {
          operation: 'creates.upsert_contact',
          inputs: {
            email: '{{miguel__email}}',
            firstName: 'Miguel',
            lastName: 'Ortega',
            phone: '+14155550182',
            tags: ['team'],
          },
        },
        {
          operation: 'creates.upsert_contact',
          inputs: { email: 'nobody.else@example.com', firstName: 'Nobody', lastName: 'Else' },
        },
      ],
      finished: 1,
      outcome: [
        {
          in: 'users',
          where: { email: '{{miguel__email}}' },
          has: { id: '{{miguel__id}}', phone: '+14155550182' },
        },
        { in: 'users', where: { email: 'nobody.else@example.com' }, count: 0 },
      ],
    },
    {
      title: 'not without a last name',
      happens: [
        {
          operation: 'creates.upsert_contact',
          inputs: { email: 'mononym@example.com', firstName: 'Cher', tags: ['team'] },
        },
      ],
      finished: 0,
      stopped: 1,
      outcome: [{ in: 'users', where: { email: 'mononym@example.com' }, count: 0 }],
    },
  ],
});
