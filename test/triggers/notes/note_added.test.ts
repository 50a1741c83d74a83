import { describe, expect, test } from '@jest/globals';

import * as hydrators from '../../../hydrators.ts';
import { App, highLevel, run, runMethod } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.note_added;
const { event, record } = fixture('note_added');
const contactId = 'hT7gK2mWq9ZbR4xVnL0s';

describe('note_added', () => {
  testsOfEveryHook(trigger, { events: ['NoteCreate'], event });

  test('reads the event', async () => {
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
  });

  test('has nothing to fetch where the event names no contact', async () => {
    const { contactId: _left, ...bare } = event;
    expect(await run(trigger, delivered(bare))).toMatchObject([
      { id: record['id'], contactId: null, contact: null, details: null },
    ]);
  });

  test.each([
    ['a contact', { contactId }, { contactId: 'hT7gK2mWq9ZbR4xVnL0t' }],
    ['words', { contains: ' AFTER five' }, { contains: '<p>' }],
  ])('keeps to %s', async (_what, same, other) => {
    expect(await run(trigger, delivered(event, { inputData: same }))).toHaveLength(1);
    expect(await run(trigger, delivered(event, { inputData: other }))).toEqual([]);
  });

  test('fetches what the event leaves out when it is used', async () => {
    highLevel()
      .get(`/contacts/${contactId}/notes/n1ZbR4xVnL0shT7gK2mW`)
      .reply(200, {
        note: {
          id: 'n1ZbR4xVnL0shT7gK2mW',
          title: 'First call',
          userId: 'u1ZbR4xVnL0shT7gK2mW',
          pinned: true,
        },
      });
    const inputData = { noteId: 'n1ZbR4xVnL0shT7gK2mW', contactId };
    expect(await runMethod(hydrators.note, { inputData })).toEqual({
      title: 'First call',
      userId: 'u1ZbR4xVnL0shT7gK2mW',
      color: null,
      pinned: true,
    });
  });

  test('fetches nothing of a note that is gone', async () => {
    highLevel()
      .get(`/contacts/${contactId}/notes/n1ZbR4xVnL0shT7gK2mW`)
      .reply(400, { message: 'Note not found' });
    const inputData = { noteId: 'n1ZbR4xVnL0shT7gK2mW', contactId };
    expect(await runMethod(hydrators.note, { inputData })).toEqual({
      title: null,
      userId: null,
      color: null,
      pinned: null,
    });
  });

  test('takes samples from the notes of the latest contacts', async () => {
    highLevel()
      .post('/contacts/search')
      .reply(200, {
        contacts: [{ id: 'k1ZbR4xVnL0shT7gK2mW' }, { id: 'k2ZbR4xVnL0shT7gK2mW' }],
        total: 2,
      });
    highLevel().get('/contacts/k1ZbR4xVnL0shT7gK2mW/notes').reply(200, { notes: [] });
    highLevel()
      .get('/contacts/k2ZbR4xVnL0shT7gK2mW/notes')
      .reply(200, {
        notes: [{ id: 'n2ZbR4xVnL0shT7gK2mW', contactId: 'k2ZbR4xVnL0shT7gK2mW', body: 'Called.' }],
      });
    const samples = await runHook(trigger, 'performList');
    expect(samples).toMatchObject([{ id: 'n2ZbR4xVnL0shT7gK2mW', bodyText: 'Called.' }]);
  });

  test('takes samples from the notes of the contact that is asked for', async () => {
    highLevel()
      .get('/contacts/k2ZbR4xVnL0shT7gK2mW/notes')
      .reply(200, {
        notes: [{ id: 'n2ZbR4xVnL0shT7gK2mW', contactId: 'k2ZbR4xVnL0shT7gK2mW', body: 'Called.' }],
      });
    const samples = await runHook(trigger, 'performList', {
      inputData: { contactId: 'k2ZbR4xVnL0shT7gK2mW' },
    });
    expect(samples).toMatchObject([
      { id: 'n2ZbR4xVnL0shT7gK2mW', contactId: 'k2ZbR4xVnL0shT7gK2mW' },
    ]);
  });
});
