import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

const setDoNotDisturb = App.creates.set_do_not_disturb;

describe('set_do_not_disturb', () => {
  test('sets channels and keeps the settings of the others', async () => {
    highLevel()
      .get('/contacts/c1ZbR4xVnL0shT7gK2mW')
      .reply(200, {
        contact: {
          id: 'c1ZbR4xVnL0shT7gK2mW',
          dndSettings: {
            SMS: { status: 'permanent', message: 'STOP', code: '103', updatedAt: 'x' },
            Email: { status: 'inactive' },
            Fax: { status: 'active' },
          },
        },
      });
    highLevel()
      .put('/contacts/c1ZbR4xVnL0shT7gK2mW', {
        dndSettings: {
          SMS: { status: 'permanent', message: 'STOP', code: '103' },
          Email: { status: 'active', message: 'asked by phone' },
          GMB: { status: 'inactive', message: 'asked by phone' },
        },
        inboundDndSettings: { all: { status: 'active', message: 'asked by phone' } },
      })
      .reply(200, {
        succeded: true,
        contact: {
          id: 'c1ZbR4xVnL0shT7gK2mW',
          name: 'Anna',
          dnd: false,
          dndSettings: { SMS: { status: 'permanent' }, Email: { status: 'active' } },
          inboundDndSettings: { all: { status: 'active' } },
        },
      });

    const result = await run(setDoNotDisturb, {
      inputData: {
        contactId: 'c1ZbR4xVnL0shT7gK2mW',
        email: 'active',
        google: 'inactive',
        inbound: 'active',
        reason: 'asked by phone',
      },
    });

    expect(result).toMatchObject({
      id: 'c1ZbR4xVnL0shT7gK2mW',
      all: false,
      sms: 'permanent',
      email: 'active',
      call: null,
      inbound: 'active',
    });
  });

  test('closes all channels in one request', async () => {
    highLevel()
      .put('/contacts/c1ZbR4xVnL0shT7gK2mW', { dnd: true })
      .reply(200, { succeded: true, contact: { id: 'c1ZbR4xVnL0shT7gK2mW', dnd: true } });

    const result = await run(setDoNotDisturb, {
      inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', all: 'yes' },
    });

    expect(result).toMatchObject({ id: 'c1ZbR4xVnL0shT7gK2mW', all: true });
  });

  test('wants a setting, and names them all', async () => {
    await expect(
      run(setDoNotDisturb, { inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', reason: 'because' } }),
    ).rejects.toThrow(
      /Nothing to change. Fill in \\"All Channels\\", \\"SMS\\", \\"Email\\", \\"Calls\\", \\"WhatsApp\\", \\"Facebook Messenger\\", \\"Google Business\\" or \\"Incoming\\"/,
    );
  });
});
