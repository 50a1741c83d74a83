import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'act-on-status',
  title: 'Close a conversation when Act-On says so',
  purpose:
    'When a contact chooses a new status in an Act-On form, such as "Not interested", the HighLevel contact gets a tag with that status and the conversation leaves your to-do list: it is marked as read and loses its star.',
  needs: ['An Act-On account with a form that asks for a status', 'A HighLevel sub-account'],
  trigger: {
    kind: 'app',
    app: 'Act-On',
    event: 'Form Submission',
    setUp: 'Choose the form that asks for the status.',
    sample: { id: 'sub-4120', email: 'anna.lindqvist@example.com', status: 'Not interested' },
  },
  steps: [
    {
      key: 'contact',
      kind: 'search',
      operation: 'find_contact',
      inputs: { email: '{{trigger__email}}' },
    },
    {
      key: 'tag',
      kind: 'create',
      operation: 'add_contact_tags',
      inputs: { contactId: '{{contact__id}}', tags: ['act-on: {{trigger__status}}'] },
    },
    {
      key: 'is_closed',
      kind: 'filter',
      groups: [
        [{ field: '{{trigger__status}}', condition: '(Text) Contains', value: 'not interested' }],
        [{ field: '{{trigger__status}}', condition: '(Text) Contains', value: 'customer' }],
      ],
    },
    {
      key: 'conversation',
      kind: 'search',
      operation: 'find_conversation',
      inputs: { contactId: '{{contact__id}}' },
    },
    {
      key: 'settled',
      kind: 'create',
      operation: 'update_conversation',
      inputs: { conversationId: '{{conversation__id}}', markAs: 'read', starred: 'false' },
    },
  ],
  gives: [
    'A tag such as `act-on: not interested` on the contact',
    'The conversation, read and without a star, for the statuses in the filter',
  ],
  notes: [
    "HighLevel's API cannot archive a conversation. Read and without a star, it no longer shows under Unread or Starred.",
    'If the contact is not in HighLevel, the Zap stops at **Find Contact**.',
    'HighLevel writes tags in lower case.',
  ],
  tries: [
    {
      title: 'with a tag, read and without its star',
      given: [
        { as: 'anna', pick: 'contacts', where: { firstName: 'Anna', lastName: 'Lindqvist' } },
        { as: 'thread', pick: 'conversations', where: { contactId: '{{anna__id}}' } },
        {
          operation: 'creates.update_conversation',
          inputs: { conversationId: '{{thread__id}}', markAs: 'unread', starred: true },
        },
      ],
      finished: 1,
      outcome: [
        {
          in: 'conversations',
          where: { contactId: '{{anna__id}}' },
          has: { starred: false, unreadCount: 0 },
        },
        {
          in: 'contacts',
          where: { id: '{{anna__id}}' },
          contains: { tags: ['act-on: not interested'] },
        },
      ],
    },
    {
      title: 'with a tag only, for another status; not at all for someone unknown',
      payload: [
        { id: 'sub-4121', email: 'emily.thornton@example.com', status: 'Thinking about it' },
        { id: 'sub-4122', email: 'nobody@example.com', status: 'Not interested' },
      ],
      finished: 0,
      stopped: 2,
      outcome: [
        {
          in: 'contacts',
          where: { email: 'emily.thornton@example.com' },
          contains: { tags: ['act-on: thinking about it'] },
        },
      ],
    },
  ],
});
