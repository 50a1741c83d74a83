import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { fieldOf } from '../../support/fields.ts';

const deleteContact = App.creates.delete_contact;

describe('delete_contact', () => {
  test('deletes the contact', async () => {
    highLevel().delete('/contacts/c1ZbR4xVnL0shT7gK2mW').reply(200, { succeded: true });

    const result = await run(deleteContact, { inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW' } });

    expect(result).toEqual({ id: 'c1ZbR4xVnL0shT7gK2mW', deleted: true });
  });

  test('warns of what is lost', () => {
    expect(fieldOf(deleteContact, 'warning')).toMatchObject({
      type: 'copy',
      helpText: expect.stringContaining('deletes the contact with its conversation'),
    });
  });

  test('says when there is no such contact', async () => {
    highLevel()
      .delete('/contacts/c1ZbR4xVnL0shT7gK2mW')
      .reply(404, { statusCode: 404, message: 'Not found' });

    await expect(
      run(deleteContact, { inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW' } }),
    ).rejects.toThrow(/HighLevel cannot find the record/);
  });
});
