import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { found, OPPORTUNITY, pipelines, users } from '../../support/opportunities.ts';

const find = App.searches.find_opportunity;

describe('find_opportunity', () => {
  test('finds by everything at once, the open ones first', async () => {
    const lost = { ...OPPORTUNITY, id: 'o2ZbR4xVnL0shT7gK2mW', status: 'lost' };
    found([lost, OPPORTUNITY], {
      query: 'web',
      filters: [
        { field: 'contact_id', operator: 'eq', value: 'k1ZbR4xVnL0shT7gK2mW' },
        { field: 'pipeline_id', operator: 'eq', value: 'p1ZbR4xVnL0shT7gK2mW' },
        { field: 'custom_fields.f1ZbR4xVnL0shT7gK2mW', operator: 'eq', value: 'Logo' },
      ],
      sort: [{ field: 'date_added', direction: 'desc' }],
    });
    pipelines();
    users();
    const inputData = {
      query: 'web',
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      pipelineId: 'p1ZbR4xVnL0shT7gK2mW',
      customFieldId: 'f1ZbR4xVnL0shT7gK2mW',
      customFieldValue: 'Logo',
    };
    expect(await run(find, { inputData })).toMatchObject({
      results: [
        {
          id: 'o1ZbR4xVnL0shT7gK2mW',
          pipelineName: 'Sales',
          stageName: 'Proposal',
          assignedToName: 'Sam Agent',
        },
        { id: 'o2ZbR4xVnL0shT7gK2mW' },
      ],
      paging_token: null,
    });
  });

  test('reads one from an earlier step by its ID; one that is gone is nothing', async () => {
    highLevel().get('/opportunities/o1ZbR4xVnL0shT7gK2mW').reply(200, { opportunity: OPPORTUNITY });
    pipelines();
    users();
    expect(await run(find, { inputData: { opportunityId: 'o1ZbR4xVnL0shT7gK2mW' } })).toMatchObject(
      {
        results: [{ id: 'o1ZbR4xVnL0shT7gK2mW', contactName: 'Anna Example' }],
      },
    );
    highLevel().get('/opportunities/o9ZbR4xVnL0shT7gK2mW').reply(404, { message: 'Not found' });
    expect(await run(find, { inputData: { opportunityId: 'o9ZbR4xVnL0shT7gK2mW' } })).toMatchObject(
      { results: [] },
    );
  });

  test('asks for no names where nothing is found', async () => {
    found([]);
    expect(await run(find, { inputData: { status: 'won' } })).toMatchObject({ results: [] });
  });

  test('takes a custom field by its name', async () => {
    highLevel()
      .get(`/locations/${LOCATION_ID}/customFields`)
      .query({ model: 'opportunity' })
      .reply(200, { customFields: [{ id: 'f1ZbR4xVnL0shT7gK2mW', name: 'Treatment' }] });
    const field = 'custom_fields.f1ZbR4xVnL0shT7gK2mW';
    found([], { filters: [{ field, operator: 'eq', value: 'Logo' }] });
    const inputData = { customFieldId: ' treatment', customFieldValue: 'Logo' };
    expect(await run(find, { inputData })).toMatchObject({ results: [] });
  });

  test.each([
    [{}, /Fill in .*Search Text/],
    [{ customFieldId: 'f1ZbR4xVnL0shT7gK2mW' }, /go together/],
    [{ opportunityId: 'o1ZbR4xVnL0shT7gK2mW', query: 'web' }, /Fill in only one/],
  ])('says what is wrong with %p', async (inputData, sentence) => {
    await expect(run(find, { inputData })).rejects.toThrow(sentence);
  });
});
