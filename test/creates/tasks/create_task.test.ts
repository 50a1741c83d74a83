import { describe, expect, test } from '@jest/globals';

import { App, forgetCache, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const createTask = App.creates.create_task;

describe('create_task', () => {
  test('reads the due date in the time zone of the Zap', async () => {
    highLevel()
      .post('/contacts/c1/tasks', {
        title: 'Send the offer',
        body: 'For two rooms',
        assignedTo: 'u1',
        dueDate: '2026-11-24T14:00:00.000Z',
        completed: false,
      })
      .reply(201, {
        task: { id: 'k1', title: 'Send the offer', completed: false, contactId: 'c1' },
      });

    const result = await run(createTask, {
      inputData: {
        contactId: 'c1',
        title: 'Send the offer',
        body: 'For two rooms',
        assignedTo: 'u1',
        dueDate: '2026-11-24 09:00',
      },
      meta: { timezone: 'America/New_York' },
    });

    expect(result).toMatchObject({
      id: 'k1',
      completed: false,
      contactId: 'c1',
      locationId: LOCATION_ID,
      contactLink: expect.stringContaining(`/${LOCATION_ID}/contacts/detail/c1`),
    });
  });

  test('creates a task that is done', async () => {
    highLevel()
      .post('/contacts/c1/tasks', {
        title: 'Call',
        dueDate: '2026-11-24T09:00:00.000Z',
        completed: true,
      })
      .reply(201, { task: { id: 'k1', completed: true } });

    const result = await run(createTask, {
      inputData: {
        contactId: 'c1',
        title: 'Call',
        dueDate: '2026-11-24T09:00:00Z',
        completed: 'yes',
      },
    });

    expect(result).toMatchObject({ completed: true });
  });

  test('names the date that cannot be read', async () => {
    const inputData = { contactId: 'c1', title: 'Call', dueDate: 'soon' };
    await expect(run(createTask, { inputData })).rejects.toThrow(/\\"Due Date\\" is not a date/);
  });

  describe('gives the task', () => {
    const given = async (inputs: object) => {
      let body: Record<string, unknown> = {};
      highLevel()
        .post('/contacts/c1/tasks', (sent: Record<string, unknown>) => {
          body = sent;
          return true;
        })
        .reply(201, { task: { id: 'k1' } });
      const inputData = { contactId: 'c1', title: 'Call', dueDate: '2026-11-24T09:00:00Z' };
      await run(createTask, { inputData: { ...inputData, ...inputs } });
      return body['assignedTo'];
    };
    const looksAfter = (assignedTo?: string) =>
      highLevel()
        .get('/contacts/c1')
        .reply(200, { contact: { id: 'c1', assignedTo } });

    test('to users in turn', async () => {
      forgetCache();
      const usersInTurn = ['u1', 'u2'];
      expect([await given({ usersInTurn }), await given({ usersInTurn })]).toEqual(['u1', 'u2']);
    });

    test('to whoever looks after the contact, or to nobody', async () => {
      looksAfter('u7');
      expect(await given({ toContactOwner: true })).toBe('u7');
      looksAfter();
      expect(await given({ toContactOwner: true })).toBeUndefined();
      expect(await given({ toContactOwner: false, assignedTo: 'u1' })).toBe('u1');
    });

    test('to nobody twice', async () => {
      const inputData = { contactId: 'c1', title: 'Call', dueDate: '2026-11-24T09:00:00Z' };
      const both = { ...inputData, assignedTo: 'u1', toContactOwner: true };
      await expect(run(createTask, { inputData: both })).rejects.toThrow(/only one of/);
    });
  });
});
