import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { functionOf } from '../../support/fields.ts';

const changeSubscription = App.creates.change_subscription;

function changed(body: Record<string, unknown>) {
  highLevel()
    .post('/conversations/preferences/unsubscriptions/user-change', {
      locationId: LOCATION_ID,
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      email: 'anna@example.com',
      ...body,
    })
    .reply(200, { success: true, message: 'Subscription updated successfully' });
}

const change = (inputData: Record<string, unknown>) =>
  run(changeSubscription, {
    inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW', email: 'anna@example.com', ...inputData },
  });

const REASON = { legalReason: 'Asked by phone', legalDescription: 'Call of 20 November' };
const SENT_REASON = { legal_reason: 'Asked by phone', legal_description: 'Call of 20 November' };

describe('change_subscription', () => {
  test('unsubscribes from personal messages without asking for a reason', async () => {
    changed({
      subscription_action: {
        type: 'default',
        subtype_name: 'One on One',
        subtype_status: 'unsubscribed',
      },
    });

    await expect(change({ type: 'default', status: 'unsubscribed', ...REASON })).resolves.toEqual({
      id: 'k1ZbR4xVnL0shT7gK2mW',
      email: 'anna@example.com',
      scope: 'default',
      typeId: null,
      status: 'unsubscribed',
      message: 'Subscription updated successfully',
      link: expect.stringMatching(/\/contacts\/detail\/k1ZbR4xVnL0shT7gK2mW$/),
    });
  });

  test('subscribes to a type with the reason', async () => {
    changed({
      subscription_action: {
        type: 'custom',
        subtype_id: 's1ZbR4xVnL0shT7gK2mW',
        subtype_status: 'subscribed',
      },
      ...SENT_REASON,
    });

    await expect(
      change({
        type: 'custom',
        subtypeId: 's1ZbR4xVnL0shT7gK2mW',
        status: 'subscribed',
        ...REASON,
      }),
    ).resolves.toMatchObject({ typeId: 's1ZbR4xVnL0shT7gK2mW', status: 'subscribed' });
  });

  test('subscribes to everything again', async () => {
    changed({
      subscription_action: { type: 'resub_all', subtype_status: 'subscribed' },
      ...SENT_REASON,
    });

    await expect(change({ type: 'resub_all', ...REASON })).resolves.toMatchObject({
      scope: 'resub_all',
      status: 'subscribed',
    });
  });

  test('takes the main address of the contact where none is filled in', async () => {
    highLevel()
      .get('/contacts/k1ZbR4xVnL0shT7gK2mW')
      .reply(200, { contact: { id: 'k1ZbR4xVnL0shT7gK2mW', email: 'Anna@example.com' } });
    changed({
      subscription_action: {
        type: 'default',
        subtype_name: 'One on One',
        subtype_status: 'unsubscribed',
      },
    });

    await expect(
      change({ email: '', type: 'default', status: 'unsubscribed' }),
    ).resolves.toMatchObject({ email: 'anna@example.com' });
  });

  test.each([
    [{ type: 'default' }, 'Change To'],
    [{ type: 'custom', status: 'unsubscribed' }, 'Subscription Type'],
    [{ type: 'custom', subtypeId: 's1ZbR4xVnL0shT7gK2mW', status: 'subscribed' }, 'Legal Reason'],
    [{ type: 'resub_all' }, 'Legal Reason'],
  ])('names what is missing: %j', async (inputData, label) => {
    await expect(change(inputData)).rejects.toThrow(`\\"${label}\\" is empty`);
  });

  test.each([
    [{}, []],
    [{ type: 'default' }, ['status']],
    [{ type: 'default', status: 'unsubscribed' }, ['status']],
    [{ type: 'default', status: 'subscribed' }, ['status', 'legalReason', 'legalDescription']],
    [{ type: 'custom', status: 'unsubscribed' }, ['subtypeId', 'status']],
    [{ type: 'resub_all' }, ['legalReason', 'legalDescription']],
  ])('asks only for what applies: %j', async (inputData, keys) => {
    const fields = functionOf(changeSubscription.operation.inputFields);

    await expect(runMethod(fields, { inputData })).resolves.toEqual(
      keys.map((key) => expect.objectContaining({ key })),
    );
  });
});
