import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { nameLists, OPPORTUNITY, pipelines, users } from '../../support/opportunities.ts';

const create = App.creates.create_opportunity;
const inputData = {
  contactId: 'k1ZbR4xVnL0shT7gK2mW',
  name: 'Website',
  pipelineId: 'p1ZbR4xVnL0shT7gK2mW',
};
const REFUSED = {
  code: 'OPPORTUNITY_NO_DUPLICATE',
  message: 'No.',
  meta: { existingId: 'o1ZbR4xVnL0shT7gK2mW' },
};

describe('create_opportunity', () => {
  test('is open and in the first stage if not said otherwise, and has the names', async () => {
    pipelines();
    users();
    highLevel()
      .post('/opportunities/', {
        locationId: LOCATION_ID,
        ...inputData,
        status: 'open',
        pipelineStageId: 's1ZbR4xVnL0shT7gK2mW',
        customFields: [{ id: 'f1ZbR4xVnL0shT7gK2mW', field_value: 'Logo' }],
      })
      .reply(201, { opportunity: { ...OPPORTUNITY, pipelineStageId: 's1ZbR4xVnL0shT7gK2mW' } });

    await expect(
      run(create, { inputData: { ...inputData, custom_text_f1ZbR4xVnL0shT7gK2mW: 'Logo' } }),
    ).resolves.toMatchObject({
      id: 'o1ZbR4xVnL0shT7gK2mW',
      isNew: true,
      pipelineName: 'Sales',
      stageName: 'New',
      assignedToName: 'Sam Agent',
      contactName: 'Anna Example',
      custom: { f1ZbR4xVnL0shT7gK2mW: 'Logo' },
      notSaved: [],
    });
  });

  test('finds pipeline and stage by their names', async () => {
    pipelines().persist();
    users();
    const place = { pipelineId: 'p2ZbR4xVnL0shT7gK2mW', pipelineStageId: 's3ZbR4xVnL0shT7gK2mW' };
    highLevel()
      .post('/opportunities/', { locationId: LOCATION_ID, ...inputData, ...place, status: 'won' })
      .reply(201, { opportunity: { ...OPPORTUNITY, ...place } });

    const named = { pipelineId: 'projects', pipelineStageId: 'NEW', status: 'Won' };
    await expect(run(create, { inputData: { ...inputData, ...named } })).resolves.toMatchObject({
      pipelineName: 'Projects',
    });
  });

  test('says which stages there are to a stage of another pipeline', async () => {
    pipelines();
    users();
    await expect(
      run(create, { inputData: { ...inputData, pipelineStageId: 's3ZbR4xVnL0shT7gK2mW' } }),
    ).rejects.toThrow(
      /it belongs to the pipeline .*Projects.* Choose one of these: New, Proposal\./,
    );
  });

  test('names the opportunity that is in the way', async () => {
    pipelines();
    users();
    highLevel().post('/opportunities/').reply(400, REFUSED);
    highLevel().get('/opportunities/o1ZbR4xVnL0shT7gK2mW').reply(200, { opportunity: OPPORTUNITY });
    await expect(run(create, { inputData })).rejects.toThrow(
      /already has an opportunity, .*Website.* \(Proposal, Sales, open\), and your sub-account allows one/,
    );
  });

  test('returns the one that is in the way where a person wants that', async () => {
    nameLists();
    highLevel().post('/opportunities/').reply(400, REFUSED);
    highLevel().get('/opportunities/o1ZbR4xVnL0shT7gK2mW').reply(200, { opportunity: OPPORTUNITY });
    await expect(
      run(create, {
        inputData: { ...inputData, ifExists: 'return', custom_text_f1ZbR4xVnL0shT7gK2mW: 'Other' },
      }),
    ).resolves.toMatchObject({
      id: 'o1ZbR4xVnL0shT7gK2mW',
      isNew: false,
      stageName: 'Proposal',
      notSaved: [],
    });
  });

  test('passes on another refusal', async () => {
    pipelines();
    users();
    highLevel().post('/opportunities/').reply(400, { message: 'The pipeline is locked' });
    await expect(run(create, { inputData })).rejects.toThrow(/The pipeline is locked/);
  });
});
