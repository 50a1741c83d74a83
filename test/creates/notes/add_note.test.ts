import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const addNote = App.creates.add_note;

describe('add_note', () => {
  test('adds the note as it was written', async () => {
    highLevel()
      .post('/contacts/c1ZbR4xVnL0shT7gK2mW/notes', {
        body: ' Call {{contact.first_name}}\n- twice ',
        title: 'First call',
        userId: 'u1ZbR4xVnL0shT7gK2mW',
        color: '#FFAA00',
        pinned: true,
      })
      .matchHeader('version', '2021-07-28')
      .reply(201, {
        note: {
          id: 'n1ZbR4xVnL0shT7gK2mW',
          body: 'Call',
          contactId: 'c1ZbR4xVnL0shT7gK2mW',
          dateAdded: '2026-11-20T10:02:00.000Z',
        },
      });

    const result = await run(addNote, {
      inputData: {
        contactId: 'c1ZbR4xVnL0shT7gK2mW',
        body: ' Call {{contact.first_name}}\n- twice ',
        title: 'First call',
        userId: 'u1ZbR4xVnL0shT7gK2mW',
        color: '#FFAA00',
        pinned: 'yes',
      },
    });

    expect(result).toMatchObject({
      id: 'n1ZbR4xVnL0shT7gK2mW',
      contactId: 'c1ZbR4xVnL0shT7gK2mW',
      body: 'Call',
      locationId: LOCATION_ID,
      contactLink: expect.stringContaining(`/${LOCATION_ID}/contacts/detail/c1ZbR4xVnL0shT7gK2mW`),
    });
  });

  test('wants a text', async () => {
    await expect(
      run(addNote, { inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', body: ' ' } }),
    ).rejects.toThrow(/\\"Text\\" is empty/);
  });

  test('asks to look before a replay when the outcome is unknown', async () => {
    highLevel().post('/contacts/c1ZbR4xVnL0shT7gK2mW/notes').reply(500, '');

    await expect(
      run(addNote, { inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', body: 'Call' } }),
    ).rejects.toThrow(/may or may not have worked/);
  });
});
