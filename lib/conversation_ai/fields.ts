import { choicePage, choicesFrom, type ChoiceSource, findByName } from '../operations/choices.ts';
import { agentsPage } from './agents.ts';

const agentChoices: ChoiceSource = async (z, bundle, token) => {
  const { agents, next } = await agentsPage(z, bundle, { after: token });
  const choices = agents.map(({ id, name }) => ({ id, name: name ?? 'Agent without a name' }));
  return choicePage(choices, next);
};

export const agentField = {
  key: 'agentId',
  label: 'AI Agent',
  type: 'string',
  choices: choicesFrom(agentChoices, findByName(agentChoices, 'AI agent')),
  resource: 'agent',
  search: 'find_ai_agent.id',
  helpText: 'Choose an agent of Conversation AI, or map the ID or full name of one.',
} as const;
