import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { found, OPPORTUNITY, pipelines, users } from '../../support/opportunities.ts';

const find = App.searches.find_opportunity;

describe('find_opportunity', () => {
  test('finds by everything at once, the open ones first', async () => {
    const lost = { ...OPPORTUNITY, id: 'o2', status: 'lost' };
    found([lost, OPPORTUNITY], {
      query: 'web',
      filters: [
        { field: 'contact_id', operator: 'eq', value: 'k1' },
        { field: 'pipeline_id', operator: 'eq', value: 'p1' },
        { field: 'custom_fields.f1', operator: 'eq', value: 'Logo' },
      ],
      sort: [{ field: 'date_added', direction: 'desc' }],
    });
    pipelines();
    users();
    const inputData = {
      query: 'web',
      contactId: 'k1',
      pipelineId: 'p1',
      customFieldId: 'f1',
      customFieldValue: 'Logo',
    };
    expect(await run(find, { inputData })).toMatchObject({
      results: [
        { id: 'o1', pipelineName: 'Sales', stageName: 'Proposal', assignedToName: 'Sam Agent' },
        { id: 'o2' },
      ],
      paging_token: null,
    });
  });

  test('reads one from an earlier step by its ID; one that is gone is nothing', async () => {
    highLevel().get('/opportunities/o1').reply(200, { opportunity: OPPORTUNITY });
    pipelines();
    users();
    expect(await run(find, { inputData: { opportunityId: 'o1' } })).toMatchObject({
      results: [{ id: 'o1', contactName: 'Anna Example' }],
    });
    highLevel().get('/opportunities/o9').reply(404, { message: 'Not found' });
    expect(await run(find, { inputData: { opportunityId: 'o9' } })).toMatchObject({ results: [] });
  });

  test('asks for no names where nothing is found', async () => {
    found([]);
    expect(await run(find, { inputData: { status: 'won' } })).toMatchObject({ results: [] });
  });

  test.each([
    [{}, /Fill in .*Search Text/],
    [{ customFieldId: 'f1' }, /go together/],
    [{ opportunityId: 'o1', query: 'web' }, /Fill in only one/],
  ])('says what is wrong with %p', async (inputData, sentence) => {
    await expect(run(find, { inputData })).rejects.toThrow(sentence);
  });
});
