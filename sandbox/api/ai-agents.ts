import type { FastifyInstance, FastifyRequest } from 'fastify';

import { locationOf, requireLocation } from '../http/access.ts';
import { type Json, notFound } from '../http/errors.ts';
import {
  between,
  boolean,
  listOf,
  number,
  numberText,
  oneOf,
  readBody,
  readQuery,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { AGENT_CHANNELS, AGENT_MODES, type AiAgent } from '../state/ai-agents.ts';
import { findMessage, param } from './find.ts';
import { iso } from './views.ts';

const READ = { access: { scope: 'conversation-ai.readonly' } };
const WRITE = { access: { scope: 'conversation-ai.write' } };

const CHANGES = {
  name: string,
  businessName: string,
  mode: oneOf(AGENT_MODES),
  channels: listOf(oneOf(AGENT_CHANNELS)),
  isPrimary: boolean,
  waitTime: number,
  waitTimeUnit: oneOf(['minutes', 'seconds']),
  sleepEnabled: boolean,
  sleepTime: number,
  sleepTimeUnit: oneOf(['hours', 'minutes', 'seconds']),
  personality: string,
  goal: string,
  instructions: string,
  knowledgeBaseIds: listOf(string),
  respondToImages: boolean,
  respondToAudio: boolean,
  sleepOnManualMessage: boolean,
  sleepOnWorkflowMessage: boolean,
};

/** A row of the search, without an agent's character. */
const agentRow = (agent: AiAgent): Json => ({
  id: agent.id,
  name: agent.name,
  businessName: agent.businessName,
  mode: agent.mode,
  channels: agent.channels,
  waitTime: agent.waitTime,
  waitTimeUnit: agent.waitTimeUnit,
  sleepEnabled: agent.sleepEnabled,
  sleepTime: agent.sleepTime,
  sleepTimeUnit: agent.sleepTimeUnit,
  actions: [],
  isPrimary: agent.isPrimary,
  autoPilotMaxMessages: agent.autoPilotMaxMessages,
  goal: agent.goal,
  knowledgeBaseIds: agent.knowledgeBaseIds ?? [],
  createdAt: iso(agent.dateAdded),
  updatedAt: iso(agent.dateUpdated),
  sleepOnManualMessage: agent.sleepOnManualMessage,
  sleepOnWorkflowMessage: agent.sleepOnWorkflowMessage,
});

/** One agent, which has no dates. */
function agentDetail(agent: AiAgent): Json {
  const row = Object.entries(agentRow(agent)).filter(([key]) => !/^(created|updated)At$/.test(key));
  const { personality, instructions } = agent;
  return { ...Object.fromEntries(row), personality, instructions };
}

function find(sandbox: Sandbox, request: FastifyRequest): AiAgent {
  const id = param(request, 'agentId');
  const agent = sandbox.store.agents.get(id);
  if (!agent) throw notFound(`Agent with id ${id} not found`);
  requireLocation(request, agent.locationId);
  return agent;
}

/** Agents of Conversation AI. No call switches one off for a single contact. */
export function aiAgentRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const ofLocation = (request: FastifyRequest): AiAgent[] => {
    const locationId = locationOf(request);
    return sandbox.store.agents.filter((one) => one.locationId === locationId);
  };

  app.get('/conversation-ai/agents/search', { config: READ }, (request) => {
    const query = readQuery(
      request.query,
      {},
      { startAfter: string, limit: between(1, 100, numberText), query: string },
    );
    const { limit = 20, query: wanted = '', startAfter } = query;
    const found = ofLocation(request).filter(({ name }) =>
      name.toLowerCase().includes(wanted.toLowerCase()),
    );
    const after = found.findIndex(({ id }) => id === startAfter) + 1;
    const rows = found.slice(after, after + limit);
    return { agents: rows.map(agentRow), totalCount: found.length, count: rows.length };
  });

  app.get('/conversation-ai/agents/:agentId', { config: READ }, (request) =>
    agentDetail(find(sandbox, request)),
  );

  app.put('/conversation-ai/agents/:agentId', { config: WRITE }, (request) => {
    const body = readBody(request.body, { autoPilotMaxMessages: number }, CHANGES);
    const agent = find(sandbox, request);
    return agentDetail(Object.assign(agent, body, { dateUpdated: sandbox.now() }));
  });

  app.get('/conversation-ai/generations', { config: READ }, (request) => {
    const { messageId } = readQuery(
      request.query,
      { messageId: string, source: oneOf(['conversation', 'workflow']) },
      {},
    );
    const message = findMessage(sandbox, request, messageId);
    const [agent] = ofLocation(request);
    if (!agent || message.direction !== 'outbound') throw notFound('Generation not found');
    return {
      prompt: `Personality:\n${agent.personality ?? ''}`,
      intent: agent.goal,
      responseMessage: message.body ?? '',
      faqs: [],
      website: [],
      agentId: agent.id,
      input: '',
      actionLogs: [],
      history: [],
      mode: agent.mode,
    };
  });
}
