import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { fieldOf } from '../../support/fields.ts';

const deleteUser = App.creates.delete_user;

describe('delete_user', () => {
  test('deletes the user and passes on what HighLevel says', async () => {
    highLevel()
      .delete('/users/u1ZbR4xVnL0shT7gK2mW')
      .reply(200, { succeded: true, message: 'Queued deleting user' });

    const result = await run(deleteUser, { inputData: { userId: 'u1ZbR4xVnL0shT7gK2mW' } });

    expect(result).toEqual({
      id: 'u1ZbR4xVnL0shT7gK2mW',
      deleted: true,
      message: 'Queued deleting user',
    });
  });

  test('warns before', () => {
    expect(fieldOf(deleteUser, 'warning')).toMatchObject({ type: 'copy' });
  });
});
