import { defineRecipe } from './recipe.ts';

export default defineRecipe({
  key: 'course-purchase',
  title: 'Welcome course buyers, and import new courses',
  purpose:
    'Your shop sells courses that live in HighLevel. A purchase makes the buyer a contact and adds them to the workflow that grants access; a new course of the shop is imported with its chapters and lessons.',
  partner: 'Your shop',
  needs: [
    'A shop that calls a webhook for purchases and for new courses',
    'Webhooks by Zapier, which is part of the paid plans',
    'A published workflow in HighLevel that grants the offer of the course',
  ],
  trigger: {
    kind: 'app',
    app: 'Webhooks by Zapier',
    event: 'Catch Hook',
    setUp:
      'Paste the URL that Zapier shows into the webhooks of your shop. Its fields have other names than these: map the ones with the same meaning.',
    sample: {
      event: 'course.purchased',
      buyer_email: 'lena.hartwig@example.com',
      buyer_first_name: 'Lena',
      buyer_last_name: 'Hartwig',
      course_title: 'Watercolours for beginners',
    },
  },
  steps: [
    {
      key: 'what',
      kind: 'paths',
      branches: [
        {
          title: 'A course was bought',
          groups: [
            [
              {
                field: '{{trigger__event}}',
                condition: '(Text) Exactly matches',
                value: 'course.purchased',
              },
              { field: '{{trigger__buyer_email}}', condition: 'Exists' },
            ],
          ],
          steps: [
            {
              key: 'student',
              kind: 'create',
              operation: 'upsert_contact',
              inputs: {
                email: '{{trigger__buyer_email}}',
                firstName: '{{trigger__buyer_first_name}}',
                lastName: '{{trigger__buyer_last_name}}',
                tags: ['student', '{{trigger__course_title}}'],
              },
            },
            {
              key: 'enrolled',
              kind: 'create',
              operation: 'add_contact_to_workflow',
              inputs: {
                contactId: '{{student__id}}',
                workflowId: { choose: 'Welcome new patient' },
              },
            },
          ],
        },
        {
          title: 'A course is new',
          groups: [
            [
              {
                field: '{{trigger__event}}',
                condition: '(Text) Exactly matches',
                value: 'course.published',
              },
            ],
          ],
          steps: [
            {
              key: 'course',
              kind: 'create',
              operation: 'import_course',
              inputs: {
                title: '{{trigger__course_title}}',
                description: '{{trigger__course_description}}',
                categories: [{ categoryTitle: '{{trigger__chapters[]title}}' }],
                posts: [
                  {
                    postTitle: '{{trigger__lessons[]title}}',
                    postCategory: '{{trigger__lessons[]chapter}}',
                    postVideo: '{{trigger__lessons[]video}}',
                  },
                ],
              },
            },
          ],
        },
      ],
    },
  ],
  gives: [
    'For a purchase: the buyer as a contact with tags, in the workflow',
    'For a new course: the course in HighLevel, a few minutes later',
  ],
  notes: [
    'HighLevel has no way to grant an offer to a contact from outside. A workflow with the action "Grant Offer" does; that is why the buyer goes into one.',
    'The workflow in the example is called "Welcome new patient". Choose your own.',
    'Chapters and lessons come as line items: Zapier makes as many rows as the list has entries.',
    'Importing the same course twice makes two courses. Make sure that your shop calls the webhook only once, when a course is published.',
  ],
  tries: [
    {
      title: 'a purchase',
      finished: 1,
      outcome: [
        { as: 'workflow', in: 'workflows', where: { name: 'Welcome new patient' } },
        {
          in: 'contacts',
          where: { email: 'lena.hartwig@example.com' },
          has: {
            firstName: 'Lena',
            tags: ['student', 'watercolours for beginners'],
            workflows: ['{{workflow__id}}'],
          },
        },
        { in: 'courseImports', where: {}, count: 0 },
      ],
    },
    {
      title: 'a new course',
      payload: {
        event: 'course.published',
        course_title: 'Ink and wash',
        course_description: 'Four evenings with pen and brush.',
        chapters: [{ title: 'Lines' }, { title: 'Washes' }],
        lessons: [
          { title: 'Pens', chapter: 'Lines', video: 'https://example.com/pens.mp4' },
          { title: 'Hatching', chapter: 'Lines', video: 'https://example.com/hatching.mp4' },
          { title: 'Three tones', chapter: 'Washes', video: 'https://example.com/tones.mp4' },
        ],
      },
      finished: 1,
      outcome: [
        {
          in: 'courseImports',
          where: {},
          has: {
            products: [
              {
                title: 'Ink and wash',
                description: 'Four evenings with pen and brush.',
                categories: [
                  { title: 'Lines', posts: [{ title: 'Pens' }, { title: 'Hatching' }] },
                  { title: 'Washes', posts: [{ title: 'Three tones' }] },
                ],
              },
            ],
          },
        },
      ],
    },
  ],
});
