import type { Bundle, ZObject } from 'zapier-platform-core';

import { aiAgent } from '../../resources/ai_agent.ts';
import type { RecordOf } from '../../resources/define.ts';
import { toList, toRecord, type RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { send, withoutGaps } from '../http/client.ts';
import { path } from '../http/path.ts';
import { byName } from '../operations/by_name.ts';
import { PAGE_SIZE } from '../operations/choices.ts';
import { defineRecords } from '../records/records.ts';

export type AiAgent = RecordOf<typeof aiAgent>;

/** The agents of Conversation AI. */
export const agents = defineRecords(aiAgent, { path: '/conversation-ai/agents', many: 'agents' });

/** A page of agents and the token of the next one. */
export interface AgentPage {
  agents: AiAgent[];
  next: string | null;
}

/**
 * @param query what the names must contain
 * @param after the token of a page that this function gave before
 */
export async function agentsPage(
  z: ZObject,
  bundle: Bundle,
  { query, after }: { query?: string; after?: string | undefined } = {},
): Promise<AgentPage> {
  const { data } = await send(z, {
    url: '/conversation-ai/agents/search',
    params: { limit: PAGE_SIZE, query, startAfter: after },
  });
  const page = agents.readMany(bundle, data);
  const last = page.at(-1)?.id ?? null;
  return { agents: page, next: page.length < PAGE_SIZE ? null : last };
}

/** The agents with a name or a part of it, those with exactly this name first. */
export async function agentsNamed(z: ZObject, bundle: Bundle, name: string): Promise<AiAgent[]> {
  const page = await agentsPage(z, bundle, { query: name });
  return byName(page.agents, name);
}

/** What a change may carry, by HighLevel's specification. */
const WRITABLE = [
  'name',
  'businessName',
  'mode',
  'channels',
  'isPrimary',
  'waitTime',
  'waitTimeUnit',
  'sleepEnabled',
  'sleepTime',
  'sleepTimeUnit',
  'personality',
  'goal',
  'instructions',
  'autoPilotMaxMessages',
  'knowledgeBaseIds',
  'respondToImages',
  'respondToAudio',
  'sleepOnManualMessage',
  'sleepOnWorkflowMessage',
];

/** HighLevel's own choice for a new agent. */
const MOST_MESSAGES = 25;

/**
 * Changes the mode of an agent. HighLevel demands the number of messages with every change, and does
 * not say whether it keeps what is left out: all that it has of the agent goes back as it was.
 */
export async function setMode(
  z: ZObject,
  bundle: Bundle,
  { agentId, ...changes }: { agentId: string; mode: string; autoPilotMaxMessages?: number },
): Promise<AiAgent> {
  const url = path`/conversation-ai/agents/${agentId}`;
  const { data } = await send(z, { url });
  const before = Object.fromEntries(
    Object.entries(toRecord(data)).filter(([key]) => WRITABLE.includes(key)),
  );
  const body: RawRecord = {
    autoPilotMaxMessages: MOST_MESSAGES,
    ...withoutGaps(before),
    ...withoutGaps(changes),
  };
  const answer = await send(z, { method: 'PUT', url, body });
  // What the answer leaves out is as it was sent.
  return aiAgent.parse({
    ...toRecord(data),
    ...body,
    ...toRecord(answer.data),
    id: agentId,
    locationId: locationOf(bundle),
    channels: toList(body['channels']),
  });
}
