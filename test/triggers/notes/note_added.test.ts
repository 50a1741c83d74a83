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
      .get(`/contacts/${contactId}/notes/n1`)
      .reply(200, { note: { id: 'n1', title: 'First call', userId: 'u1', pinned: true } });
    const inputData = { noteId: 'n1', contactId };
    expect(await runMethod(hydrators.note, { inputData })).toEqual({
      title: 'First call',
      userId: 'u1',
      color: null,
      pinned: true,
    });
  });

  test('fetches nothing of a note that is gone', async () => {
    highLevel().get(`/contacts/${contactId}/notes/n1`).reply(400, { message: 'Note not found' });
    const inputData = { noteId: 'n1', contactId };
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
      .reply(200, { contacts: [{ id: 'k1' }, { id: 'k2' }], total: 2 });
    highLevel().get('/contacts/k1/notes').reply(200, { notes: [] });
    highLevel()
      .get('/contacts/k2/notes')
      .reply(200, { notes: [{ id: 'n2', contactId: 'k2', body: 'Called.' }] });
    const samples = await runHook(trigger, 'performList');
    expect(samples).toMatchObject([{ id: 'n2', bodyText: 'Called.' }]);
  });

  test('takes samples from the notes of the contact that is asked for', async () => {
    highLevel()
      .get('/contacts/k2/notes')
      .reply(200, { notes: [{ id: 'n2', contactId: 'k2', body: 'Called.' }] });
    const samples = await runHook(trigger, 'performList', { inputData: { contactId: 'k2' } });
    expect(samples).toMatchObject([{ id: 'n2', contactId: 'k2' }]);
  });
});
