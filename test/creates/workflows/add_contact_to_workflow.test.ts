import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { choicesOf } from '../../support/fields.ts';

const addContactToWorkflow = App.creates.add_contact_to_workflow;

/** Where HighLevel shows the contact. */
const CONTACT_LINK: unknown = expect.stringMatching(/\/contacts\/detail\/c1ZbR4xVnL0shT7gK2mW$/);

describe('add_contact_to_workflow', () => {
  test('sends a body even where it says nothing', async () => {
    highLevel()
      .post(
        '/contacts/c1ZbR4xVnL0shT7gK2mW/workflow/w1ZbR4xVnL0shT7gK2mW',
        (body: unknown) => JSON.stringify(body) === '{}',
      )
      .reply(200, { succeded: true });

    const result = await run(addContactToWorkflow, {
      inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', workflowId: 'w1ZbR4xVnL0shT7gK2mW' },
    });

    expect(result).toEqual({
      id: 'c1ZbR4xVnL0shT7gK2mW',
      workflowId: 'w1ZbR4xVnL0shT7gK2mW',
      eventStartTime: null,
      isInWorkflow: true,
      link: CONTACT_LINK,
    });
  });

  test('sends the start of the event with an offset', async () => {
    highLevel()
      .post('/contacts/c1ZbR4xVnL0shT7gK2mW/workflow/w1ZbR4xVnL0shT7gK2mW', {
        eventStartTime: '2026-11-24T08:00:00+00:00',
      })
      .reply(200, { succeded: true });

    const result = await run(addContactToWorkflow, {
      inputData: {
        contactId: 'c1ZbR4xVnL0shT7gK2mW',
        workflowId: 'w1ZbR4xVnL0shT7gK2mW',
        eventStartTime: '2026-11-24 09:00',
      },
      meta: { timezone: 'Europe/Berlin' },
    });

    expect(result).toMatchObject({ eventStartTime: '2026-11-24T08:00:00.000Z' });
  });

  test("shows HighLevel's reason", async () => {
    highLevel()
      .post('/contacts/c1ZbR4xVnL0shT7gK2mW/workflow/w1ZbR4xVnL0shT7gK2mW')
      .reply(400, { statusCode: 400, message: 'Invalid phone number' });

    await expect(
      run(addContactToWorkflow, {
        inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', workflowId: 'w1ZbR4xVnL0shT7gK2mW' },
      }),
    ).rejects.toThrow(/Invalid phone number/);
  });

  test('offers published workflows only', async () => {
    highLevel()
      .get('/workflows/')
      .query({ locationId: LOCATION_ID })
      .reply(200, {
        workflows: [
          { id: 'w1ZbR4xVnL0shT7gK2mW', name: 'Welcome', status: 'published' },
          { id: 'w2ZbR4xVnL0shT7gK2mW', name: 'Spring', status: 'draft' },
        ],
      });

    expect(await runMethod(choicesOf(addContactToWorkflow, 'workflowId'))).toEqual({
      results: [{ id: 'w1ZbR4xVnL0shT7gK2mW', label: 'Welcome' }],
      paging_token: null,
    });
  });
});
