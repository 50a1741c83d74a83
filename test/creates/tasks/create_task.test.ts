import { describe, expect, test } from '@jest/globals';

import { App, forgetCache, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const createTask = App.creates.create_task;

describe('create_task', () => {
  test('reads the due date in the time zone of the Zap', async () => {
    highLevel()
      .post('/contacts/c1ZbR4xVnL0shT7gK2mW/tasks', {
        title: 'Send the offer',
        body: 'For two rooms',
        assignedTo: 'u1ZbR4xVnL0shT7gK2mW',
        dueDate: '2026-11-24T14:00:00.000Z',
        completed: false,
      })
      .reply(201, {
        task: {
          id: 'k1ZbR4xVnL0shT7gK2mW',
          title: 'Send the offer',
          completed: false,
          contactId: 'c1ZbR4xVnL0shT7gK2mW',
        },
      });

    const result = await run(createTask, {
      inputData: {
        contactId: 'c1ZbR4xVnL0shT7gK2mW',
        title: 'Send the offer',
        body: 'For two rooms',
        assignedTo: 'u1ZbR4xVnL0shT7gK2mW',
        dueDate: '2026-11-24 09:00',
      },
      meta: { timezone: 'America/New_York' },
    });

    expect(result).toMatchObject({
      id: 'k1ZbR4xVnL0shT7gK2mW',
      completed: false,
      contactId: 'c1ZbR4xVnL0shT7gK2mW',
      locationId: LOCATION_ID,
      contactLink: expect.stringContaining(`/${LOCATION_ID}/contacts/detail/c1ZbR4xVnL0shT7gK2mW`),
    });
  });

  test('creates a task that is done', async () => {
    highLevel()
      .post('/contacts/c1ZbR4xVnL0shT7gK2mW/tasks', {
        title: 'Call',
        dueDate: '2026-11-24T09:00:00.000Z',
        completed: true,
      })
      .reply(201, { task: { id: 'k1ZbR4xVnL0shT7gK2mW', completed: true } });

    const result = await run(createTask, {
      inputData: {
        contactId: 'c1ZbR4xVnL0shT7gK2mW',
        title: 'Call',
        dueDate: '2026-11-24T09:00:00Z',
        completed: 'yes',
      },
    });

    expect(result).toMatchObject({ completed: true });
  });

  test('names the date that cannot be read', async () => {
    const inputData = { contactId: 'c1ZbR4xVnL0shT7gK2mW', title: 'Call', dueDate: 'soon' };
    await expect(run(createTask, { inputData })).rejects.toThrow(/\\"Due Date\\" is not a date/);
  });

  describe('gives the task', () => {
    const given = async (inputs: object) => {
      let body: Record<string, unknown> = {};
      highLevel()
        .post('/contacts/c1ZbR4xVnL0shT7gK2mW/tasks', (sent: Record<string, unknown>) => {
          body = sent;
          return true;
        })
        .reply(201, { task: { id: 'k1ZbR4xVnL0shT7gK2mW' } });
      const inputData = {
        contactId: 'c1ZbR4xVnL0shT7gK2mW',
        title: 'Call',
        dueDate: '2026-11-24T09:00:00Z',
      };
      await run(createTask, { inputData: { ...inputData, ...inputs } });
      return body['assignedTo'];
    };
    const looksAfter = (assignedTo?: string) =>
      highLevel()
        .get('/contacts/c1ZbR4xVnL0shT7gK2mW')
        .reply(200, { contact: { id: 'c1ZbR4xVnL0shT7gK2mW', assignedTo } });

    test('to users in turn', async () => {
      forgetCache();
      const usersInTurn = ['u1ZbR4xVnL0shT7gK2mW', 'u2ZbR4xVnL0shT7gK2mW'];
      expect([await given({ usersInTurn }), await given({ usersInTurn })]).toEqual([
        'u1ZbR4xVnL0shT7gK2mW',
        'u2ZbR4xVnL0shT7gK2mW',
      ]);
    });

    test('to whoever looks after the contact, or to nobody', async () => {
      looksAfter('u7ZbR4xVnL0shT7gK2mW');
      expect(await given({ toContactOwner: true })).toBe('u7ZbR4xVnL0shT7gK2mW');
      looksAfter();
      expect(await given({ toContactOwner: true })).toBeUndefined();
      expect(await given({ toContactOwner: false, assignedTo: 'u1ZbR4xVnL0shT7gK2mW' })).toBe(
        'u1ZbR4xVnL0shT7gK2mW',
      );
    });

    test('to nobody twice', async () => {
      const inputData = {
        contactId: 'c1ZbR4xVnL0shT7gK2mW',
        title: 'Call',
        dueDate: '2026-11-24T09:00:00Z',
      };
      const both = { ...inputData, assignedTo: 'u1ZbR4xVnL0shT7gK2mW', toContactOwner: true };
      await expect(run(createTask, { inputData: both })).rejects.toThrow(/only one of/);
    });
  });
});
