import { errors } from 'zapier-platform-core';

import { otherEvent } from '../../resources/other_event.ts';
import type { RawRecord } from '../../resources/values.ts';
import { isSameName } from '../inputs/characters.ts';

/** What a person may take for an event of a sub-account, and what it is instead. */
const NOT_OFFERED: Readonly<Record<string, string>> = {
  ...named('HighLevel sends it to the publisher of this integration, not to its users.', [
    'AppInstall',
    'AppUninstall',
    'Install',
    'Uninstall',
    'PlanChange',
    'SaaSPlanCreate',
  ]),
  ...named('It belongs to an agency, and not to one of its sub-accounts.', [
    'LocationCreate',
    'LocationUpdate',
  ]),
  ...named('HighLevel sends it to providers of messages only.', ['ProviderOutboundMessage']),
  ...named('It is an event of this integration. Use the trigger "Conversation Started".', [
    'ConversationStarted',
  ]),
  ...named('It is an event of this integration itself.', ['ProofRequested', 'StepResumed']),
};

function named(why: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, why]));
}

/** What HighLevel's documentation calls an event that is called otherwise when it comes. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ConversationUnreadWebhook: 'ConversationUnreadUpdate',
};

/**
 * The event that a person asked for, by the name that it comes with.
 *
 * @param inputs the types of Zapier take a choice for a number too
 * @throws errors.Error for one that no Zap can be told of
 */
export function eventAskedFor(inputs: { event: string | number }): string {
  const name = String(inputs.event);
  const why = valueOf(NOT_OFFERED, name);
  if (why !== undefined) {
    throw new errors.Error(`"Event" cannot be ${name}. ${why}`, 'invalid_input');
  }
  return valueOf(OTHER_NAMES, name) ?? name;
}

function valueOf(values: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(values).find(([key]) => isSameName(key, name))?.[1];
}

/** What a Zap starts with: an event of this name, as HighLevel sent it. */
export function asItComes(name: string, { webhookId, locationId, ...data }: RawRecord) {
  return otherEvent.parse({ id: webhookId, eventName: name, locationId, data });
}
