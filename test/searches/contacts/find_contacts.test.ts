import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { numberedId } from '../../support/ids.ts';

const search = App.searches.find_contacts;

function page(number: number, body: object, contacts: object[]) {
  highLevel()
    .post('/contacts/search', {
      locationId: LOCATION_ID,
      pageLimit: 100,
      page: number,
      sort: [{ field: 'dateAdded', direction: 'desc' }],
      ...body,
    })
    .reply(200, { contacts });
}

const many = Array.from({ length: 100 }, (_, index) => ({ id: numberedId('c', index) }));

describe('find_contacts', () => {
  test('asks for all filters at once, and keeps to whole tags', async () => {
    page(
      1,
      {
        query: 'anna',
        sort: [{ field: 'dateUpdated', direction: 'asc' }],
        filters: [
          { field: 'tags', operator: 'contains', value: 'vip' },
          { field: 'assignedTo', operator: 'eq', value: 'u1ZbR4xVnL0shT7gK2mW' },
          { field: 'dnd', operator: 'eq', value: false },
          { field: 'country', operator: 'eq', value: 'US' },
          { field: 'dateAdded', operator: 'range', value: { gte: '2026-11-01T00:00:00.000Z' } },
        ],
      },
      [
        { id: 'c1ZbR4xVnL0shT7gK2mW', tags: ['vip guest'] },
        {
          id: 'c2ZbR4xVnL0shT7gK2mW',
          firstName: 'Anna',
          lastName: 'Example',
          email: 'a@example.com',
          tags: ['vip'],
        },
      ],
    );

    const found = await run(search, {
      inputData: {
        query: 'anna',
        tag: 'VIP',
        assignedTo: 'u1ZbR4xVnL0shT7gK2mW',
        doNotDisturb: 'no',
        country: 'usa',
        createdAfter: '2026-11-01',
        sort: 'untouched',
      },
    });

    expect(found).toMatchObject([
      {
        id: 'c2ZbR4xVnL0shT7gK2mW',
        count: 1,
        hasMore: false,
        summary: 'Anna Example, a@example.com',
        contacts: [{ id: 'c2ZbR4xVnL0shT7gK2mW', tags: 'vip' }],
      },
    ]);
  });

  test('finds contacts that nobody looks after', async () => {
    page(1, { filters: [{ field: 'assignedTo', operator: 'not_exists' }] }, [
      { id: 'c1ZbR4xVnL0shT7gK2mW', firstName: 'Ben', assignedTo: 'u1ZbR4xVnL0shT7gK2mW' },
      { id: 'c2ZbR4xVnL0shT7gK2mW', firstName: 'Anna', assignedTo: null },
    ]);
    const found = await run(search, { inputData: { assignedTo: 'Unassigned' } });
    expect(found).toMatchObject([{ count: 1, contacts: [{ id: 'c2ZbR4xVnL0shT7gK2mW' }] }]);
  });

  test('asks for an opportunity, a workflow, appointments and fields of any kind', async () => {
    const contactId = 'hT7gK2mWq9ZbR4xVnL0s';
    const pipelineId = 'pIp5Qe2aTzX8wLr4KpYb';
    const pipelineStageId = '2f6c1a7b-3d94-4e58-8a06-b1c7d9e2f340';
    const workflowId = '5c3f8a1e-7b2d-4e60-9f14-2a6d8c0b7e35';
    const budget = 'fQ2wEr5TyU8iOp1AsDfH';
    highLevel()
      .get(`/locations/${LOCATION_ID}/customFields`)
      .query({ model: 'contact' })
      .reply(200, { customFields: [{ id: budget, name: 'Budget', dataType: 'MONETORY' }] });
    page(
      1,
      {
        filters: [
          { field: 'tags', operator: 'contains', value: 'vip' },
          { field: 'tags', operator: 'contains', value: 'web' },
          { field: 'activeWorkflows', operator: 'eq', value: workflowId },
          {
            field: 'opportunities',
            operator: 'nested',
            value: [
              { field: 'pipelineId', operator: 'eq', value: pipelineId },
              { field: 'pipelineStageId', operator: 'eq', value: pipelineStageId },
              { field: 'status', operator: 'eq', value: 'open' },
            ],
          },
          {
            field: 'lastAppointment',
            operator: 'range',
            value: { gte: '2026-11-01T00:00:00.000Z', lte: '2026-11-20T00:00:00.000Z' },
          },
          { field: 'postalCode', operator: 'eq', value: '62701' },
          { field: `customFields.${budget}`, operator: 'eq', value: 500 },
        ],
      },
      [
        {
          id: contactId,
          tags: ['web', 'vip'],
          postalCode: '62701',
          customFields: [{ id: budget, value: 500 }],
        },
        { id: 'hT7gK2mWq9ZbR4xVnL0t', tags: ['vip', 'website'] },
      ],
    );

    const found = await run(search, {
      inputData: {
        tag: ['VIP', 'web'],
        pipelineId,
        pipelineStageId,
        opportunityStatus: 'open',
        workflowId,
        lastAppointmentAfter: '2026-11-01',
        lastAppointmentBefore: '2026-11-20',
        field: 'Postal Code',
        fieldValue: '62701',
        secondField: budget,
        secondFieldValue: '500',
      },
    });

    expect(found).toMatchObject([{ count: 1, contacts: [{ id: contactId }] }]);
  });

  test.each([
    ['phone', '+1 (202) 555-0123', '+12025550123'],
    ['Email', 'Anna@Example.com', 'anna@example.com'],
  ])('reads the value of the field %s as HighLevel keeps it', async (field, fieldValue, value) => {
    const name = field.toLowerCase();
    page(1, { filters: [{ field: name, operator: 'eq', value }] }, [
      { id: 'hT7gK2mWq9ZbR4xVnL0s', [name]: value },
    ]);

    expect(await run(search, { inputData: { field, fieldValue } })).toMatchObject([{ count: 1 }]);
  });

  test('refuses a phone number without its country code as the value of a field', async () => {
    const inputData = { field: 'phone', fieldValue: '555-0123' };
    await expect(run(search, { inputData })).rejects.toThrow(/with its country code/);
  });

  test('refuses a field without a value', async () => {
    await expect(run(search, { inputData: { field: 'city' } })).rejects.toThrow(/go together/);
  });

  test('reads on until there are enough, and says that there are more', async () => {
    page(1, {}, many);
    page(2, {}, [{ id: 'last' }, { id: 'left' }]);

    const found = await run(search, { inputData: { limit: 101 } });

    expect(found).toMatchObject([{ count: 101, hasMore: true }]);
  });

  test('finds nothing', async () => {
    page(1, {}, []);

    expect(await run(search)).toEqual([]);
  });

  test('refuses a period that ends before it starts', async () => {
    await expect(
      run(search, { inputData: { updatedAfter: '2026-11-05', updatedBefore: '2026-11-01' } }),
    ).rejects.toThrow('Nothing can match');
  });
});
