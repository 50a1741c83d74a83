import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const importCourse = App.creates.import_course;

const COURSE = { title: 'Welcome course', description: 'All you need' };

function imports(product: Record<string, unknown>, userId?: string) {
  highLevel()
    .post('/courses/courses-exporter/public/import', {
      locationId: LOCATION_ID,
      ...(userId && { userId }),
      products: [{ ...COURSE, ...product }],
    })
    .matchHeader('version', '2021-07-28')
    .reply(201, '');
}

describe('import_course', () => {
  test('nests categories, posts and materials', async () => {
    imports(
      {
        imageUrl: 'https://example.com/course.png',
        categories: [
          {
            title: 'First steps',
            visibility: 'draft',
            thumbnailUrl: 'https://example.com/first.png',
            posts: [
              {
                title: 'Hello',
                visibility: 'draft',
                contentType: 'assignment',
                description: 'Say hello',
                bucketVideoUrl: 'https://example.com/hello.mp4',
                thumbnailUrl: 'https://example.com/hello.png',
                postMaterials: [
                  { title: 'Slides', type: 'pdf', url: 'https://example.com/slides.PDF?x=1' },
                  { title: 'Sheet', type: 'xlsx', url: 'https://example.com/sheet' },
                ],
              },
            ],
            subCategories: [{ title: 'Details', visibility: 'published' }],
          },
          {
            title: 'More',
            visibility: 'published',
            posts: [
              { title: 'Bye', contentType: 'video', description: 'Bye', visibility: 'published' },
            ],
          },
        ],
        instructorDetails: { name: 'Sam Agent', description: 'Teaches' },
      },
      'u1ZbR4xVnL0shT7gK2mW',
    );

    const result = await run(importCourse, {
      inputData: {
        ...COURSE,
        imageUrl: 'https://example.com/course.png',
        instructorName: 'Sam Agent',
        instructorDescription: 'Teaches',
        userId: 'u1ZbR4xVnL0shT7gK2mW',
        categories: [
          {
            categoryTitle: ' First steps ',
            categoryVisibility: 'draft',
            categoryThumbnail: 'https://example.com/first.png',
          },
          { categoryTitle: 'Details', categoryParent: 'first steps' },
          { categoryTitle: '', categoryParent: '' },
        ],
        posts: [
          {
            postTitle: 'Hello',
            postDescription: 'Say hello',
            postContentType: 'assignment',
            postVisibility: 'draft',
            postVideo: 'https://example.com/hello.mp4',
            postThumbnail: 'https://example.com/hello.png',
          },
          { postTitle: 'Bye', postCategory: 'More' },
        ],
        materials: [
          { materialTitle: 'Slides', materialUrl: 'https://example.com/slides.PDF?x=1' },
          {
            materialTitle: 'Sheet',
            materialUrl: 'https://example.com/sheet',
            materialType: 'xlsx',
            materialPost: 'hello',
          },
        ],
      },
    });

    expect(result).toEqual({
      id: expect.stringMatching(/^[\da-f]{12}$/),
      title: 'Welcome course',
      status: 'accepted',
      categoryTitles: ['First steps', 'Details', 'More'],
      categories: 3,
      posts: 2,
    });
  });

  test('takes a typed line, and puts posts without a category into one of the course', async () => {
    imports({
      categories: [
        {
          title: 'Welcome course',
          visibility: 'published',
          posts: [
            { title: 'Hello', visibility: 'published', contentType: 'quiz', description: 'Hello' },
          ],
        },
      ],
    });

    const result = await run(importCourse, {
      inputData: { ...COURSE, postTitle: 'Hello', postContentType: 'quiz' },
    });

    expect(result).toMatchObject({ posts: 1, categoryTitles: ['Welcome course'] });
  });

  test.each([
    ['no content', {}, /Fill in \\"Categories\\" or \\"Posts\\"/],
    [
      'a category without a title',
      { categories: [{ categoryParent: 'A' }] },
      /\\"Category Title\\" is empty/,
    ],
    [
      'a post without a title',
      { posts: [{ postVideo: 'https://example.com/x' }] },
      /\\"Post Title\\" is empty/,
    ],
    [
      'a third level',
      {
        categories: [
          { categoryTitle: 'A' },
          { categoryTitle: 'B', categoryParent: 'A' },
          { categoryTitle: 'C', categoryParent: 'B' },
        ],
      },
      /one level below/,
    ],
    [
      'a material of an unknown post',
      {
        posts: [{ postTitle: 'Hello' }],
        materials: [
          { materialTitle: 'M', materialUrl: 'https://example.com/m.pdf', materialPost: 'Bye' },
        ],
      },
      /post \\"Bye\\", which is not among \\"Posts\\"/,
    ],
    [
      'a material of an unknown type',
      {
        posts: [{ postTitle: 'Hello' }],
        materials: [{ materialTitle: 'M', materialUrl: 'https://example.com/m.exe' }],
      },
      /not a file type/,
    ],
    [
      'an instructor without a name',
      { categories: [{ categoryTitle: 'A' }], instructorDescription: 'Teaches' },
      /\\"Instructor Name\\" is empty/,
    ],
  ])('refuses %s', async (_what, inputData, message) => {
    await expect(run(importCourse, { inputData: { ...COURSE, ...inputData } })).rejects.toThrow(
      message,
    );
  });
});
