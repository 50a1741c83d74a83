import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, id, integer, lead, text, texts, yesNo } from './fields.ts';

/** What an agent does with a message, with HighLevel's words for it. */
export const AGENT_MODES = {
  off: 'Off',
  suggestive: 'Suggestive',
  'auto-pilot': 'Auto-Pilot',
} as const;

/** An agent of Conversation AI. */
export const aiAgent = defineResource('AI agent', () =>
  z.object({
    name: lead(text('Name', 'Front Desk')),
    mode: lead(text('Mode', 'auto-pilot')),
    channels: texts('Channels', ['SMS', 'WebChat']),
    isPrimary: yesNo('Is Primary', true),
    autoPilotMaxMessages: integer('Maximum Messages', 25),
    businessName: text('Business Name', 'Example Studio'),
    goal: text('Goal', 'Answer questions about opening hours and prices.'),
    personality: text('Personality', 'Friendly and brief'),
    instructions: text('Instructions', 'Ask for a phone number.'),
    waitTime: integer('Wait Time', 30),
    waitTimeUnit: text('Wait Time Unit', 'seconds'),
    createdAt: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
    updatedAt: dateTime('Updated At', '2026-11-21T15:40:00.000Z'),
    id: id('AI Agent ID', 'aGt5Kd8LmQ3wXv7ZyNcR'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  }),
);
