import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.note_updated;
const { event, record } = fixture('note_updated');

describe('note_updated', () => {
  testsOfEveryHook(trigger, { events: ['NoteUpdate'], event });

  test('reads the event', async () => {
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
  });

  test.each([
    ['a contact', { contactId: 'hT7gK2mWq9ZbR4xVnL0s' }, { contactId: 'hT7gK2mWq9ZbR4xVnL0t' }],
    ['a phrase', { contains: ' AFTER five' }, { contains: '<p>' }],
  ])('keeps to %s', async (_what, same, other) => {
    expect(await run(trigger, delivered(event, { inputData: same }))).toHaveLength(1);
    expect(await run(trigger, delivered(event, { inputData: other }))).toEqual([]);
  });

  test('takes samples from the notes that are there', async () => {
    highLevel()
      .get('/contacts/k2ZbR4xVnL0shT7gK2mW/notes')
      .reply(200, {
        notes: [{ id: 'n2ZbR4xVnL0shT7gK2mW', contactId: 'k2ZbR4xVnL0shT7gK2mW', body: 'Called.' }],
      });
    const samples = await runHook(trigger, 'performList', {
      inputData: { contactId: 'k2ZbR4xVnL0shT7gK2mW' },
    });
    expect(samples).toMatchObject([{ id: 'n2ZbR4xVnL0shT7gK2mW', bodyText: 'Called.' }]);
  });
});
