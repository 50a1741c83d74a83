import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'stale-opportunity-task',
  title: 'Make a task for every opportunity that has stalled',
  purpose:
    'Every morning, an open opportunity in which nothing has changed for 14 days becomes a task for its user. As long as that task is open, there is no second one.',
  needs: ['A HighLevel sub-account with a pipeline'],
  trigger: {
    kind: 'app',
    app: 'Schedule by Zapier',
    event: 'Every Day',
    setUp: 'Choose a time in the morning, and whether it runs on weekends.',
    sample: { id: '2026-11-21T08:00:00+00:00', pretty_date: 'Nov 21, 2026', hour: '08' },
  },
  steps: [
    {
      key: 'two_weeks_ago',
      kind: 'formatter',
      transform: 'Add/Subtract Time',
      inputs: {
        inputs: '{{zap_meta_utc_iso}}',
        expression: '-14 days',
        to_format: 'YYYY-MM-DDTHH:mm:ssZ',
      },
    },
    {
      key: 'stale',
      kind: 'search',
      operation: 'find_opportunities',
      inputs: {
        status: 'open',
        updatedBefore: '{{two_weeks_ago__output}}',
        order: 'stale',
      },
    },
    {
      key: 'each',
      kind: 'loop',
      over: {
        name: '{{stale__opportunities[]name}}',
        contact: '{{stale__opportunities[]contactId}}',
        user: '{{stale__opportunities[]assignedTo}}',
        since: '{{stale__opportunities[]updatedAt}}',
        link: '{{stale__opportunities[]link}}',
      },
      steps: [
        {
          key: 'known',
          kind: 'search',
          operation: 'find_task',
          inputs: {
            query: 'Follow up: {{each__name}}',
            contactId: '{{each__contact}}',
            completed: 'false',
          },
          ifNothing: 'continue',
        },
        {
          key: 'is_new',
          kind: 'filter',
          groups: [
            [{ field: '{{known___zap_search_was_found_status}}', condition: '(Boolean) Is false' }],
          ],
        },
        {
          key: 'task',
          kind: 'create',
          operation: 'create_task',
          inputs: {
            contactId: '{{each__contact}}',
            title: 'Follow up: {{each__name}}',
            dueDate: '{{zap_meta_utc_iso}} +8h',
            body: 'No change since {{each__since}}.\n{{each__link}}',
            assignedTo: '{{each__user}}',
          },
        },
      ],
    },
  ],
  gives: ['A task for each open opportunity that has not changed for 14 days, due the same day'],
  notes: [
    'Any change counts, such as another stage or value. To count from the last move instead, sort by **Last Moved First** and let a **Filter** step inside the loop compare **Stage Changed At**.',
    'Up to 100 opportunities a day, the longest unchanged first. To read more, raise **Limit**, up to 500.',
    'If nothing has stalled, the Zap stops at the search. That costs no task.',
    'To tell the whole team instead of one user, send **Summary** of the search by email: it has a line for each opportunity.',
  ],
  tries: [
    {
      title: 'one task, though it runs twice; not for an opportunity that has just changed',
      given: [
        {
          post: '/bulk',
          body: {
            kind: 'opportunities',
            count: 2,
            withinMs: 3_456_000_000,
            lastName: 'Reed',
            events: false,
          },
        },
      ],
      times: 2,
      finished: 2,
      outcome: [
        {
          in: 'tasks',
          where: { title: 'Follow up: Bulk opportunity Reed' },
          has: { completed: false },
          contains: { body: ['No change since'] },
        },
      ],
    },
  ],
});
