import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

const add = App.creates.add_appointment_note;

describe('add_appointment_note', () => {
  test('adds the text under the name of its author', async () => {
    highLevel()
      .post('/calendars/appointments/a1ZbR4xVnL0shT7gK2mW/notes', {
        body: 'Came late.',
        userId: 'u1ZbR4xVnL0shT7gK2mW',
      })
      .reply(201, {
        note: {
          id: 'n1ZbR4xVnL0shT7gK2mW',
          body: 'Came late.',
          contactId: 'k1ZbR4xVnL0shT7gK2mW',
          createdBy: { name: 'Sam Agent' },
        },
      });
    await expect(
      run(add, {
        inputData: {
          appointmentId: 'a1ZbR4xVnL0shT7gK2mW',
          body: 'Came late.',
          userId: 'u1ZbR4xVnL0shT7gK2mW',
        },
      }),
    ).resolves.toMatchObject({
      id: 'n1ZbR4xVnL0shT7gK2mW',
      appointmentId: 'a1ZbR4xVnL0shT7gK2mW',
      authorName: 'Sam Agent',
    });
  });

  test('refuses a text that HighLevel does not take', async () => {
    const inputData = { appointmentId: 'a1ZbR4xVnL0shT7gK2mW', body: 'x'.repeat(5_001) };
    await expect(run(add, { inputData })).rejects.toThrow(/Text/);
  });
});
