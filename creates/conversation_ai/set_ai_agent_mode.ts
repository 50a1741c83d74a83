import { defineCreate } from 'zapier-platform-core';

import { setMode } from '../../lib/conversation_ai/agents.ts';
import { agentField } from '../../lib/conversation_ai/fields.ts';
import { AGENT_MODES, aiAgent } from '../../resources/ai_agent.ts';

export default defineCreate({
  key: 'set_ai_agent_mode',
  noun: 'AI Agent',
  display: {
    label: 'Set AI Agent Mode',
    description:
      'Switches an agent of Conversation AI off, to suggestions or to Auto-Pilot, for all contacts. For one contact, use a tag and a workflow.',
  },
  operation: {
    inputFields: [
      { ...agentField, required: true },
      {
        key: 'mode',
        label: 'Mode',
        type: 'string',
        required: true,
        choices: { ...AGENT_MODES },
        helpText:
          'Suggestive drafts replies for your team to send. Auto-Pilot sends them by itself.',
      },
      {
        key: 'autoPilotMaxMessages',
        label: 'Maximum Messages',
        type: 'integer',
        meta: { min: 1, max: 100 },
        helpText:
          'How many messages Auto-Pilot sends before a person must step in, from 1 to 100. Leave blank to keep the number.',
      },
    ],
    perform: (z, bundle) => setMode(z, bundle, bundle.inputData),
    ...aiAgent.output,
  },
});
