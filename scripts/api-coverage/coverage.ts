import { fits } from '../contract/specification.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { Listed } from './listed.ts';
import { reasonFor, reasonForEvent, servedBeside } from './reasons.ts';

/** Who serves an endpoint or an event, or else why nobody does. */
export interface Row {
  name: string;
  /** Operations by their paths, such as `creates.add_note`. */
  operations: string[];
  /** What serves it beside them, in words. */
  beside: string | undefined;
  /** Undefined where it is served, or where nobody has said why not. */
  reason: string | undefined;
}

/** What the integration does with what HighLevel's documents list. */
export interface Coverage {
  areas: { area: string; rows: Row[] }[];
  events: Row[];
  /** Endpoints that operations reach and no document lists. */
  undocumented: Row[];
}

/**
 * @param listed what HighLevel's documents list
 * @param reached the endpoints that each operation reaches, by its path
 * @param events the events that each trigger is told of, by its path
 */
export function coverageOf(
  listed: Listed,
  reached: Snapshot,
  events: Readonly<Record<string, readonly string[]>>,
): Coverage {
  const templates = Object.values(listed.endpoints).flat();
  const users = new Map<string, string[]>();
  const undocumented = new Map<string, string[]>();
  for (const [operation, endpoints] of Object.entries(reached)) {
    for (const endpoint of endpoints) {
      const template = templateOf(endpoint, templates);
      const [found, key] = template === undefined ? [undocumented, endpoint] : [users, template];
      found.set(key, [...(found.get(key) ?? []), operation]);
    }
  }
  return {
    areas: Object.entries(listed.endpoints).map(([area, names]) => ({
      area,
      rows: names.map((name) =>
        rowOf(name, users.get(name) ?? [], servedBeside(name), reasonFor(name)),
      ),
    })),
    events: listed.events.map((name) =>
      rowOf(name, triggersOf(name, events), undefined, reasonForEvent(name)),
    ),
    undocumented: [...undocumented]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, operations]) => rowOf(name, operations, undefined, undefined)),
  };
}

/** Whether anything serves it. */
export function isServed({ operations, beside }: Row): boolean {
  return operations.length > 0 || beside !== undefined;
}

/** Where HighLevel's documents call an event otherwise than it calls itself. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ConversationUnreadWebhook: 'ConversationUnreadUpdate',
};

function triggersOf(name: string, events: Readonly<Record<string, readonly string[]>>): string[] {
  const comesAs = OTHER_NAMES[name] ?? name;
  return Object.keys(events).filter((path) => events[path]?.includes(comesAs));
}

function rowOf(
  name: string,
  operations: readonly string[],
  beside: string | undefined,
  reason: string | undefined,
): Row {
  const all = [...new Set(operations)].toSorted();
  const row = { name, operations: all, beside, reason: undefined };
  return isServed(row) ? row : { ...row, reason };
}

/** The documented endpoint that a request went to; fixed parts of a path win over varying ones. */
function templateOf(endpoint: string, templates: readonly string[]): string | undefined {
  const [method = '', path = ''] = endpoint.split(' ');
  const varying = (template: string) => template.split('{').length;
  return templates
    .filter((template) => {
      const [wanted = '', form = ''] = template.split(' ');
      return wanted === method && fits(form, path);
    })
    .toSorted((one, other) => varying(one) - varying(other))[0];
}
