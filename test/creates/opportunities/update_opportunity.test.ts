import { describe, expect, test } from '@jest/globals';
import type nock from 'nock';

import { App, highLevel, run } from '../../support/app.ts';
import { nameLists, OPPORTUNITY } from '../../support/opportunities.ts';

const update = App.creates.update_opportunity;

/** HighLevel takes a change. */
function takes(body: nock.DataMatcherMap, answer: object = OPPORTUNITY): void {
  highLevel().put('/opportunities/o1', body).reply(200, { opportunity: answer });
}

const ofOne = (input: object) => ({ inputData: { opportunityId: 'o1', ...input } });

describe('update_opportunity', () => {
  test('sends what is filled in and nothing else', async () => {
    nameLists();
    takes({ name: 'Shop', monetaryValue: 0 });
    await expect(
      run(update, ofOne({ name: 'Shop', monetaryValue: 0, status: '' })),
    ).resolves.toMatchObject({ id: 'o1', stageName: 'Proposal' });
  });

  test('keeps the other custom fields', async () => {
    nameLists();
    const stored = [
      { id: 'f1', fieldValue: 'Logo' },
      { id: 'f2', type: 'array', fieldValueArray: ['A', 'B'] },
      { id: 'f3', type: 'date', fieldValueDate: 1_795_132_800_000 },
    ];
    const opportunity = { ...OPPORTUNITY, customFields: stored };
    highLevel().get('/opportunities/o1').reply(200, { opportunity });
    takes({
      customFields: [
        { id: 'f2', field_value: ['A', 'B'] },
        { id: 'f3', field_value: '2026-11-20' },
        { id: 'f1', field_value: 'Shop' },
      ],
    });
    await expect(run(update, ofOne({ custom_text_f1: 'Shop' }))).resolves.toMatchObject({
      id: 'o1',
    });
  });

  test('says what HighLevel did not save', async () => {
    nameLists();
    highLevel().get('/opportunities/o1').reply(200, { opportunity: OPPORTUNITY });
    takes({ customFields: [{ id: 'f1', field_value: ['Garden'] }] });
    await expect(run(update, ofOne({ custom_list_f1: ['Garden'] }))).resolves.toMatchObject({
      notice: expect.stringMatching(/did not save .*Garden/),
    });
  });

  test('goes to the first stage of another pipeline', async () => {
    nameLists();
    highLevel().get('/opportunities/o1').reply(200, { opportunity: OPPORTUNITY });
    takes({ pipelineId: 'p2', pipelineStageId: 's3' });
    await run(update, ofOne({ pipelineId: 'p2' }));
  });

  test('stays in its stage where it is in the pipeline already', async () => {
    nameLists();
    highLevel().get('/opportunities/o1').reply(200, { opportunity: OPPORTUNITY });
    takes({ pipelineId: 'p1' });
    await run(update, ofOne({ pipelineId: 'p1' }));
  });

  test('finds the pipeline of a stage', async () => {
    nameLists();
    takes({ pipelineId: 'p2', pipelineStageId: 's3' });
    await run(update, ofOne({ pipelineStageId: 's3' }));
  });

  test('says what can be changed when nothing is filled in', async () => {
    await expect(run(update, ofOne({}))).rejects.toThrow(/Nothing to change/);
  });

  test('says so of an opportunity that is gone', async () => {
    nameLists();
    highLevel().get('/opportunities/o1').reply(404, { message: 'Not found' });
    await expect(run(update, ofOne({ custom_text_f1: 'Shop' }))).rejects.toThrow(
      /No opportunity has the ID/,
    );
  });
});
