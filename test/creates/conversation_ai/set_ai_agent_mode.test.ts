import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { AGENT, AGENT_ID } from '../../support/marketing.ts';

const set = App.creates.set_ai_agent_mode;

/** What HighLevel accepts of an agent; it answers with more. */
const { id: _id, actions: _actions, ...WRITABLE } = AGENT;

describe('set_ai_agent_mode', () => {
  test('reads the agent, changes its mode, and sends all the rest back as it was', async () => {
    highLevel().get(`/conversation-ai/agents/${AGENT_ID}`).reply(200, AGENT);
    highLevel()
      .put(`/conversation-ai/agents/${AGENT_ID}`, { ...WRITABLE, mode: 'auto-pilot' })
      .reply(200, { id: AGENT_ID, mode: 'auto-pilot' });
    const inputData = { agentId: AGENT_ID, mode: 'Auto-Pilot' };
    expect(await run(set, { inputData })).toMatchObject({
      id: AGENT_ID,
      name: 'Front Desk',
      mode: 'auto-pilot',
      channels: ['SMS'],
      autoPilotMaxMessages: 40,
      locationId: LOCATION_ID,
    });
  });

  test.each([
    ['the number that a person gives', 7, { ...AGENT }, 7],
    ['the number of a new agent, where HighLevel has none', undefined, { name: 'Front Desk' }, 25],
  ])('sends %s', async (_what, autoPilotMaxMessages, agent, sent) => {
    highLevel().get(`/conversation-ai/agents/${AGENT_ID}`).reply(200, agent);
    highLevel()
      .put(
        `/conversation-ai/agents/${AGENT_ID}`,
        (body: { autoPilotMaxMessages: number }) => body.autoPilotMaxMessages === sent,
      )
      .reply(200, {});
    const inputData = { agentId: AGENT_ID, mode: 'off', autoPilotMaxMessages };
    expect(await run(set, { inputData })).toMatchObject({
      mode: 'off',
      autoPilotMaxMessages: sent,
    });
  });

  test.each([0, 101])('refuses %d messages', async (autoPilotMaxMessages) => {
    const inputData = { agentId: AGENT_ID, mode: 'off', autoPilotMaxMessages };
    await expect(run(set, { inputData })).rejects.toThrow('Maximum Messages');
  });
});
