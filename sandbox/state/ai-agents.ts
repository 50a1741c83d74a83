export const AGENT_MODES = ['off', 'suggestive', 'auto-pilot'] as const;
export const AGENT_CHANNELS = ['IG', 'FB', 'SMS', 'WebChat', 'WhatsApp', 'Live_Chat'] as const;

/** What an agent of Conversation AI may have. */
export interface AgentDetails {
  name: string;
  businessName?: string;
  mode: (typeof AGENT_MODES)[number];
  channels: (typeof AGENT_CHANNELS)[number][];
  isPrimary: boolean;
  waitTime: number;
  waitTimeUnit: 'minutes' | 'seconds';
  sleepEnabled: boolean;
  sleepTime?: number;
  sleepTimeUnit?: 'hours' | 'minutes' | 'seconds';
  personality?: string;
  goal?: string;
  instructions?: string;
  autoPilotMaxMessages: number;
  knowledgeBaseIds?: string[];
  respondToImages?: boolean;
  respondToAudio?: boolean;
  sleepOnManualMessage?: boolean;
  sleepOnWorkflowMessage?: boolean;
}

export interface AiAgent extends AgentDetails {
  id: string;
  locationId: string;
  dateAdded: number;
  dateUpdated: number;
}
