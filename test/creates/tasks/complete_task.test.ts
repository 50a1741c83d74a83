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
      .put('/contacts/c1/tasks/k1/completed', { completed: expected })
      .reply(200, { task: { id: 'k1', title: 'Call', completed: expected } });

    const result = await run(completeTask, {
      inputData: { contactId: 'c1', taskId: 'k1', completed },
    });

    expect(result).toMatchObject({
      id: 'k1',
      completed: expected,
      contactId: 'c1',
      locationId: LOCATION_ID,
      contactLink: expect.stringContaining(`/${LOCATION_ID}/contacts/detail/c1`),
    });
  });

  test('offers the tasks of the contact, the open ones first', async () => {
    highLevel()
      .get('/contacts/c1/tasks')
      .reply(200, {
        tasks: [
          { id: 'k1', title: 'Call', completed: true },
          { id: 'k2', title: 'Send the offer', completed: false },
        ],
      });

    const offered = choicesOf(completeTask, 'taskId');
    expect(await runMethod(offered, { inputData: { contactId: 'c1' } })).toEqual({
      results: [
        { id: 'k2', label: 'Send the offer' },
        { id: 'k1', label: 'Call (completed)' },
      ],
      paging_token: null,
    });
  });

  test.each([400, 404])('offers nothing for a contact that is gone (%i)', async (status) => {
    highLevel().get('/contacts/c1/tasks').reply(status, { message: 'Contact not found' });

    const offered = choicesOf(completeTask, 'taskId');
    expect(await runMethod(offered, { inputData: { contactId: 'c1' } })).toEqual({
      results: [],
      paging_token: null,
    });
  });

  test('offers nothing before a contact is chosen', async () => {
    expect(await runMethod(choicesOf(completeTask, 'taskId'))).toMatchObject({ results: [] });
  });
});
