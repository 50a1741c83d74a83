import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

const add = App.creates.add_appointment_note;

describe('add_appointment_note', () => {
  test('adds the text under the name of its author', async () => {
    highLevel()
      .post('/calendars/appointments/a1/notes', { body: 'Came late.', userId: 'u1' })
      .reply(201, {
        note: { id: 'n1', body: 'Came late.', contactId: 'k1', createdBy: { name: 'Sam Agent' } },
      });
    await expect(
      run(add, { inputData: { appointmentId: 'a1', body: 'Came late.', userId: 'u1' } }),
    ).resolves.toMatchObject({ id: 'n1', appointmentId: 'a1', authorName: 'Sam Agent' });
  });

  test('refuses a text that HighLevel does not take', async () => {
    const inputData = { appointmentId: 'a1', body: 'x'.repeat(5_001) };
    await expect(run(add, { inputData })).rejects.toThrow(/Text/);
  });
});
