import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const create = App.creates.create_email_template;
const ID = '65f1a2b3c4d5e6f708192a3b';
const userId = 'uS3rPq8LmN2vXc7ZtYwE';
const inputData = { name: 'Welcome', html: '<p>Hello</p>', userId };

const created = (answer: object) =>
  highLevel()
    .post('/emails/builder', {
      locationId: LOCATION_ID,
      type: 'html',
      title: 'Welcome',
      name: 'Welcome',
      updatedBy: userId,
    })
    .reply(201, answer);

describe('create_email_template', () => {
  test.each([{ redirect: ID }, { id: ID, redirect: '/elsewhere' }])(
    'creates it and then writes its text: %j',
    async (answer) => {
      created(answer);
      highLevel()
        .post('/emails/builder/data', {
          locationId: LOCATION_ID,
          templateId: ID,
          updatedBy: userId,
          dnd: { elements: [], attrs: {}, templateSettings: {} },
          html: '<p>Hello</p>',
          editorType: 'html',
        })
        .reply(201, { ok: 'true', previewUrl: 'https://example.com/preview' });
      expect(await run(create, { inputData })).toMatchObject({
        id: ID,
        name: 'Welcome',
        previewUrl: 'https://example.com/preview',
        updatedBy: userId,
      });
    },
  );

  test('leaves no empty template where its text is refused', async () => {
    created({ redirect: ID });
    highLevel()
      .post('/emails/builder/data')
      .reply(422, { message: ['html is too long'] });
    highLevel().delete(`/emails/builder/${LOCATION_ID}/${ID}`).reply(200, { ok: 'true' });
    await expect(run(create, { inputData })).rejects.toThrow('is too long');
  });
});
