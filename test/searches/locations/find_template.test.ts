import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { choicesOf } from '../../support/fields.ts';
import { numberedId } from '../../support/ids.ts';

const findTemplate = App.searches.find_template;

const SMS = {
  id: 't1ZbR4xVnL0shT7gK2mW',
  name: 'Reminder',
  type: 'sms',
  template: { body: 'See you tomorrow', attachments: [] },
  urlAttachments: ['https://example.com/map.pdf'],
  dateAdded: '2026-01-27T12:31:19.679Z',
};
const EMAIL = {
  id: 't2ZbR4xVnL0shT7gK2mW',
  name: 'Welcome reminder',
  type: 'email',
  template: {
    subject: 'Welcome',
    html: '<p>Hello</p><p>You</p>',
    attachments: [{ url: 'https://example.com/a.png' }],
  },
};

function page(skip: number, templates: unknown[], type?: string) {
  highLevel()
    .get(`/locations/${LOCATION_ID}/templates`)
    .query({ originId: LOCATION_ID, deleted: false, skip, limit: 100, ...(type && { type }) })
    .reply(200, { templates, totalCount: 999 });
}

const filler = Array.from({ length: 100 }, (_, index) => ({
  ...SMS,
  id: numberedId('x', index),
  name: 'Other',
}));

describe('find_template', () => {
  test('finds texts and emails in one shape', async () => {
    page(0, [EMAIL, SMS]);

    const found = await run(findTemplate, { inputData: { name: 'reminder' } });

    expect(found).toEqual([
      {
        id: 't1ZbR4xVnL0shT7gK2mW',
        name: 'Reminder',
        type: 'sms',
        subject: null,
        body: 'See you tomorrow',
        html: null,
        attachments: ['https://example.com/map.pdf'],
        dateAdded: '2026-01-27T12:31:19.679Z',
        locationId: null,
      },
      {
        id: 't2ZbR4xVnL0shT7gK2mW',
        name: 'Welcome reminder',
        type: 'email',
        subject: 'Welcome',
        body: 'Hello\nYou',
        html: '<p>Hello</p><p>You</p>',
        attachments: ['https://example.com/a.png'],
        dateAdded: null,
        locationId: null,
      },
    ]);
  });

  test('reads on until it has the chosen one', async () => {
    page(0, filler, 'email');
    page(100, [EMAIL], 'email');

    const found = await run(findTemplate, {
      inputData: { templateId: 't2ZbR4xVnL0shT7gK2mW', type: 'email' },
    });

    expect(found).toMatchObject([{ id: 't2ZbR4xVnL0shT7gK2mW' }]);
  });

  test('wants a name or a choice', async () => {
    await expect(run(findTemplate)).rejects.toThrow(/Fill in \\"Name\\" or \\"Template\\"/);
  });

  test('offers templates with their type, by pages', async () => {
    page(0, filler);
    const offered = choicesOf(findTemplate, 'templateId');
    expect(await runMethod(offered)).toMatchObject({
      results: { length: 100, 0: { id: 'x0ZbR4xVnL0shT7gK2mW', label: 'Other (SMS)' } },
      paging_token: '100',
    });

    page(100, [EMAIL]);
    expect(await runMethod(offered, { meta: { paging_token: '100' } })).toEqual({
      results: [{ id: 't2ZbR4xVnL0shT7gK2mW', label: 'Welcome reminder (Email)' }],
      paging_token: null,
    });
  });
});
