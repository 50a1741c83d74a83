import { describe, expect, test } from '@jest/globals';
import type nock from 'nock';

import { App, highLevel, run } from '../../support/app.ts';
import { nameLists, OPPORTUNITY } from '../../support/opportunities.ts';

const update = App.creates.update_opportunity;

/** HighLevel takes a change. */
function takes(body: nock.DataMatcherMap, answer: object = OPPORTUNITY): void {
  highLevel().put('/opportunities/o1ZbR4xVnL0shT7gK2mW', body).reply(200, { opportunity: answer });
}

const ofOne = (input: object) => ({
  inputData: { opportunityId: 'o1ZbR4xVnL0shT7gK2mW', ...input },
});

describe('update_opportunity', () => {
  test('sends what is filled in and nothing else', async () => {
    nameLists();
    takes({ name: 'Shop', monetaryValue: 0 });
    await expect(
      run(update, ofOne({ name: 'Shop', monetaryValue: 0, status: '' })),
    ).resolves.toMatchObject({ id: 'o1ZbR4xVnL0shT7gK2mW', stageName: 'Proposal' });
  });

  test('keeps the other custom fields', async () => {
    nameLists();
    const stored = [
      { id: 'f1ZbR4xVnL0shT7gK2mW', fieldValue: 'Logo' },
      { id: 'f2ZbR4xVnL0shT7gK2mW', type: 'array', fieldValueArray: ['A', 'B'] },
      { id: 'f3ZbR4xVnL0shT7gK2mW', type: 'date', fieldValueDate: 1_795_132_800_000 },
    ];
    const opportunity = { ...OPPORTUNITY, customFields: stored };
    highLevel().get('/opportunities/o1ZbR4xVnL0shT7gK2mW').reply(200, { opportunity });
    takes({
      customFields: [
        { id: 'f2ZbR4xVnL0shT7gK2mW', field_value: ['A', 'B'] },
        { id: 'f3ZbR4xVnL0shT7gK2mW', field_value: '2026-11-20' },
        { id: 'f1ZbR4xVnL0shT7gK2mW', field_value: 'Shop' },
      ],
    });
    await expect(
      run(update, ofOne({ custom_text_f1ZbR4xVnL0shT7gK2mW: 'Shop' })),
    ).resolves.toMatchObject({
      id: 'o1ZbR4xVnL0shT7gK2mW',
    });
  });

  test('says what HighLevel did not save', async () => {
    nameLists();
    highLevel().get('/opportunities/o1ZbR4xVnL0shT7gK2mW').reply(200, { opportunity: OPPORTUNITY });
    takes({ customFields: [{ id: 'f1ZbR4xVnL0shT7gK2mW', field_value: ['Garden'] }] });
    await expect(
      run(update, ofOne({ custom_list_f1ZbR4xVnL0shT7gK2mW: ['Garden'] })),
    ).resolves.toMatchObject({
      notice: expect.stringMatching(/did not save .*Garden/),
    });
  });

  test('goes to the first stage of another pipeline', async () => {
    nameLists();
    highLevel().get('/opportunities/o1ZbR4xVnL0shT7gK2mW').reply(200, { opportunity: OPPORTUNITY });
    takes({ pipelineId: 'p2ZbR4xVnL0shT7gK2mW', pipelineStageId: 's3ZbR4xVnL0shT7gK2mW' });
    await run(update, ofOne({ pipelineId: 'p2ZbR4xVnL0shT7gK2mW' }));
  });

  test('stays in its stage where it is in the pipeline already', async () => {
    nameLists();
    highLevel().get('/opportunities/o1ZbR4xVnL0shT7gK2mW').reply(200, { opportunity: OPPORTUNITY });
    takes({ pipelineId: 'p1ZbR4xVnL0shT7gK2mW' });
    await run(update, ofOne({ pipelineId: 'p1ZbR4xVnL0shT7gK2mW' }));
  });

  test('finds the pipeline of a stage', async () => {
    nameLists();
    takes({ pipelineId: 'p2ZbR4xVnL0shT7gK2mW', pipelineStageId: 's3ZbR4xVnL0shT7gK2mW' });
    await run(update, ofOne({ pipelineStageId: 's3ZbR4xVnL0shT7gK2mW' }));
  });

  test('says what can be changed when nothing is filled in', async () => {
    await expect(run(update, ofOne({}))).rejects.toThrow(/Nothing to change/);
  });

  test('says so of an opportunity that is gone', async () => {
    nameLists();
    highLevel().get('/opportunities/o1ZbR4xVnL0shT7gK2mW').reply(404, { message: 'Not found' });
    await expect(run(update, ofOne({ custom_text_f1ZbR4xVnL0shT7gK2mW: 'Shop' }))).rejects.toThrow(
      /No opportunity has the ID/,
    );
  });
});
