import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { AGENT, AGENT_ID } from '../../support/marketing.ts';

const find = App.searches.find_ai_agent;

describe('find_ai_agent', () => {
  test('finds by a part of the name, an exact match first', async () => {
    highLevel()
      .get('/conversation-ai/agents/search')
      .query({ limit: '100', query: 'front desk' })
      .reply(200, { agents: [{ ...AGENT, id: 'other', name: 'Front Desk 2' }, AGENT], count: 2 });
    expect(await run(find, { inputData: { name: 'front desk' } })).toMatchObject([
      { id: AGENT_ID, mode: 'suggestive' },
      { id: 'other' },
    ]);
  });

  test('reads one from an earlier step; one that is gone is nothing', async () => {
    const inputData = { agentId: AGENT_ID };
    highLevel().get(`/conversation-ai/agents/${AGENT_ID}`).reply(200, AGENT);
    expect(await run(find, { inputData })).toMatchObject([{ name: 'Front Desk' }]);
    highLevel().get(`/conversation-ai/agents/${AGENT_ID}`).reply(404, { message: 'Not found' });
    expect(await run(find, { inputData })).toEqual([]);
  });

  test('asks for one way to find it', async () => {
    await expect(run(find, { inputData: {} })).rejects.toThrow('Fill in');
  });
});
