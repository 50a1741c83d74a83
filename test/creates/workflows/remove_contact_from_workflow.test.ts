import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

describe('remove_contact_from_workflow', () => {
  test('takes the contact out', async () => {
    highLevel()
      .delete(
        '/contacts/c1ZbR4xVnL0shT7gK2mW/workflow/w1ZbR4xVnL0shT7gK2mW',
        (body: unknown) => JSON.stringify(body) === '{}',
      )
      .reply(200, { succeded: true });

    const result = await run(App.creates.remove_contact_from_workflow, {
      inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', workflowId: 'w1ZbR4xVnL0shT7gK2mW' },
    });

    expect(result).toMatchObject({
      id: 'c1ZbR4xVnL0shT7gK2mW',
      workflowId: 'w1ZbR4xVnL0shT7gK2mW',
      isInWorkflow: false,
    });
  });
});
