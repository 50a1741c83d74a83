import { AREAS } from '../../areas.ts';
import { EVENT_NAMES } from '../../lib/hooks/events.ts';

/** Where the marketplace app's settings name an event otherwise than its payload does. */
const NAMES_IN_THE_PORTAL: Readonly<Record<string, string>> = {
  ConversationUnreadUpdate: 'ConversationUnreadWebhook',
};

/** The webhooks to switch on in HighLevel, by its settings' names, with the areas that use each, or the trigger for all others. */
export function webhooksTable(): string {
  const areasOf = new Map<string, string[]>();
  for (const { label, events } of Object.values(AREAS)) {
    for (const event of events) areasOf.set(event, [...(areasOf.get(event) ?? []), label]);
  }
  for (const event of EVENT_NAMES) if (!areasOf.has(event)) areasOf.set(event, ['Other Event']);
  const rows = [...areasOf]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([event, labels]) => `| ${NAMES_IN_THE_PORTAL[event] ?? event} | ${labels.join(', ')} |`);
  return ['| Webhook | Used by |', '| --- | --- |', ...rows].join('\n');
}
