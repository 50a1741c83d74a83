import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { choicesOf } from '../../support/fields.ts';

const completeTask = App.creates.complete_task;

describe('complete_task', () => {
  test.each([
    [undefined, true],
    ['no', false],
  ])('with "Completed" %s it is %s', async (completed, expected) => {
    highLevel()
      .put('/contacts/c1ZbR4xVnL0shT7gK2mW/tasks/k1ZbR4xVnL0shT7gK2mW/completed', {
        completed: expected,
      })
      .reply(200, { task: { id: 'k1ZbR4xVnL0shT7gK2mW', title: 'Call', completed: expected } });

    const result = await run(completeTask, {
      inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', taskId: 'k1ZbR4xVnL0shT7gK2mW', completed },
    });

    expect(result).toMatchObject({
      id: 'k1ZbR4xVnL0shT7gK2mW',
      completed: expected,
      contactId: 'c1ZbR4xVnL0shT7gK2mW',
      locationId: LOCATION_ID,
      contactLink: expect.stringContaining(`/${LOCATION_ID}/contacts/detail/c1ZbR4xVnL0shT7gK2mW`),
    });
  });

  test('offers the tasks of the contact, the open ones first', async () => {
    highLevel()
      .get('/contacts/c1ZbR4xVnL0shT7gK2mW/tasks')
      .reply(200, {
        tasks: [
          { id: 'k1ZbR4xVnL0shT7gK2mW', title: 'Call', completed: true },
          { id: 'k2ZbR4xVnL0shT7gK2mW', title: 'Send the offer', completed: false },
        ],
      });

    const offered = choicesOf(completeTask, 'taskId');
    expect(await runMethod(offered, { inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW' } })).toEqual({
      results: [
        { id: 'k2ZbR4xVnL0shT7gK2mW', label: 'Send the offer' },
        { id: 'k1ZbR4xVnL0shT7gK2mW', label: 'Call (completed)' },
      ],
      paging_token: null,
    });
  });

  test.each([400, 404])('offers nothing for a contact that is gone (%i)', async (status) => {
    highLevel()
      .get('/contacts/c1ZbR4xVnL0shT7gK2mW/tasks')
      .reply(status, { message: 'Contact not found' });

    const offered = choicesOf(completeTask, 'taskId');
    expect(await runMethod(offered, { inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW' } })).toEqual({
      results: [],
      paging_token: null,
    });
  });

  test('offers nothing before a contact is chosen', async () => {
    expect(await runMethod(choicesOf(completeTask, 'taskId'))).toMatchObject({ results: [] });
  });
});
