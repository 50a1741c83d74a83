import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { agents, agentsNamed } from '../../lib/conversation_ai/agents.ts';
import { agentField } from '../../lib/conversation_ai/fields.ts';
import { exactlyOne } from '../../lib/inputs/alternatives.ts';
import { aiAgent } from '../../resources/ai_agent.ts';

const inputFields = defineInputFields([
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    helpText: 'The name of the agent, or part of it. An exact match comes first.',
  },
  {
    ...agentField,
    search: undefined,
    helpText: 'Instead of the name, an agent from the list or an earlier step.',
  },
]);

export const perform = (async (z, bundle) => {
  const { name, agentId } = bundle.inputData;
  exactlyOne({ Name: name, 'AI Agent': agentId });
  if (name !== undefined) return agentsNamed(z, bundle, name);
  const found = agentId === undefined ? undefined : await agents.get(z, bundle, agentId);
  return found ? [found] : [];
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_ai_agent',
  noun: 'AI Agent',
  display: {
    label: 'Find AI Agent',
    description:
      'Finds an agent of Conversation AI by name, with its mode (off, suggestive or auto-pilot) and channels.',
  },
  operation: { inputFields, perform, ...aiAgent.output },
});
