import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

describe('remove_contact_from_workflow', () => {
  test('takes the contact out', async () => {
    highLevel()
      .delete('/contacts/c1/workflow/w1', (body: unknown) => JSON.stringify(body) === '{}')
      .reply(200, { succeded: true });

    const result = await run(App.creates.remove_contact_from_workflow, {
      inputData: { contactId: 'c1', workflowId: 'w1' },
    });

    expect(result).toMatchObject({ id: 'c1', workflowId: 'w1', isInWorkflow: false });
  });
});
