import { describe, expect, test } from '@jest/globals';

import * as hydrators from '../../../hydrators.ts';
import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.task_created;
const { event, record } = fixture('task_created');

describe('task_created', () => {
  testsOfEveryHook(trigger, { events: ['TaskCreate'], event });

  test('reads the event', async () => {
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
  });

  test('leaves pointers for what a thin event leaves out', async () => {
    const thin = fixture('task_created_thin');
    expect(readable(await run(trigger, delivered(thin.event)))).toEqual([thin.record]);
  });

  test('keeps to an assigned user', async () => {
    const of = (assignedTo: string) =>
      run(trigger, delivered(event, { inputData: { assignedTo } }));
    expect(await of('uS3rPq8LmN2vXc7ZtYwE')).toHaveLength(1);
    expect(await of('uS3rPq8LmN2vXc7ZtYwF')).toEqual([]);
  });

  describe('fetching what a thin event leaves out', () => {
    const found = (page: number, tasks: object[]) =>
      highLevel()
        .post(`/locations/${LOCATION_ID}/tasks/search`, {
          assignedTo: ['u1ZbR4xVnL0shT7gK2mW'],
          limit: 100,
          skip: page * 100,
        })
        .reply(200, { tasks });
    const others = Array.from({ length: 100 }, (_, index) => ({ _id: `other${index}` }));
    const fetchPart = (part: string, more: object = {}) =>
      runMethod(hydrators.task, {
        inputData: {
          taskId: 't1ZbR4xVnL0shT7gK2mW',
          contactId: null,
          assignedTo: 'u1ZbR4xVnL0shT7gK2mW',
          part,
          ...more,
        },
      });

    test('looks through the tasks of the user, page by page', async () => {
      found(0, others);
      found(1, [
        { _id: 't1ZbR4xVnL0shT7gK2mW', body: 'With the price.', contactId: 'k1ZbR4xVnL0shT7gK2mW' },
      ]);
      expect(await fetchPart('body')).toBe('With the price.');
    });

    test('finds the contact', async () => {
      found(0, [{ _id: 't1ZbR4xVnL0shT7gK2mW', contactId: 'k1ZbR4xVnL0shT7gK2mW' }]);
      expect(await fetchPart('contactId')).toBe('k1ZbR4xVnL0shT7gK2mW');
      found(0, [{ _id: 't1ZbR4xVnL0shT7gK2mW', contactId: 'k1ZbR4xVnL0shT7gK2mW' }]);
      highLevel()
        .get('/contacts/k1ZbR4xVnL0shT7gK2mW')
        .reply(200, { contact: { id: 'k1ZbR4xVnL0shT7gK2mW', email: 'anna@example.com' } });
      expect(await fetchPart('contact')).toMatchObject({ email: 'anna@example.com' });
    });

    test('reads the task itself where the contact is known', async () => {
      highLevel()
        .get('/contacts/k1ZbR4xVnL0shT7gK2mW/tasks/t1ZbR4xVnL0shT7gK2mW')
        .reply(200, {
          task: {
            id: 't1ZbR4xVnL0shT7gK2mW',
            body: 'With the price.',
            contactId: 'k1ZbR4xVnL0shT7gK2mW',
          },
        });
      expect(await fetchPart('body', { contactId: 'k1ZbR4xVnL0shT7gK2mW' })).toBe(
        'With the price.',
      );
    });

    test.each([
      ['body', ''],
      ['contactId', ''],
      ['contact', expect.objectContaining({ name: null, email: null })],
    ])('gives an empty %s for a task that is gone', async (part, nothing) => {
      found(0, []);
      expect(await fetchPart(part)).toEqual(nothing);
    });
  });

  test('takes samples from the open tasks of the user', async () => {
    highLevel()
      .post(`/locations/${LOCATION_ID}/tasks/search`, {
        assignedTo: ['u1ZbR4xVnL0shT7gK2mW'],
        completed: false,
        limit: 100,
        skip: 0,
      })
      .reply(200, {
        tasks: [
          {
            _id: 't1ZbR4xVnL0shT7gK2mW',
            title: 'Call',
            assignedTo: 'u1ZbR4xVnL0shT7gK2mW',
            contactId: 'k1ZbR4xVnL0shT7gK2mW',
            completed: false,
          },
        ],
      });
    expect(
      await runHook(trigger, 'performList', { inputData: { assignedTo: 'u1ZbR4xVnL0shT7gK2mW' } }),
    ).toMatchObject([{ id: 't1ZbR4xVnL0shT7gK2mW', title: 'Call', completed: false }]);
  });
});
