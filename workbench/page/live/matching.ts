import type { LiveEntry } from '../../api/live.ts';

/** What became of an entry, worst first. */
export type Outcome = 'failed' | 'waiting' | 'delivered' | 'unheard' | 'note';

/** Which entries are shown. */
export const SHOWN = ['all', 'delivered', 'failed', 'unheard'] as const;
export type Shown = (typeof SHOWN)[number];

const isTaken = (status: number) => status >= 200 && status < 300;

/** What became of an entry so far. */
export function outcomeOf({ kind, arrivals, deliveries }: LiveEntry): Outcome {
  const arrival = arrivals.at(-1);
  if (arrival && !isTaken(arrival.status)) return 'failed';
  if (kind === 'subscription' || kind === 'relay') return 'note';
  const last = deliveries.map(({ attempts }) => attempts.at(-1)?.status ?? 0);
  if (last.some((status) => !isTaken(status))) return 'failed';
  if (deliveries.some(({ performed }) => performed && performed.sentence !== '')) return 'failed';
  if (deliveries.length > 0) return 'delivered';
  return arrival ? 'unheard' : 'waiting';
}

/** The outcome in words. */
export function outcomeText(entry: LiveEntry): string {
  const { arrivals, deliveries, kind } = entry;
  const arrival = arrivals.at(-1);
  if (arrival && !isTaken(arrival.status)) return `Refused (${arrival.status})`;
  if (kind === 'subscription' || kind === 'relay') return '';
  if (deliveries.length > 0) return deliveriesText(entry);
  if (!arrival) return 'On its way';
  return UNHEARD[arrival.result] ?? 'No Zap waits for it';
}

const UNHEARD: Readonly<Record<string, string>> = {
  repeated: 'Known already',
  unknown: 'Not an event of HighLevel',
  other_app: 'Of another app',
  unreadable: 'Not readable',
};

function deliveriesText({ deliveries }: LiveEntry): string {
  const failing = deliveries.find(({ attempts }) => !isTaken(attempts.at(-1)?.status ?? 0));
  if (failing) {
    const { attempts } = failing;
    return `Attempt ${attempts.length} failed (${attempts.at(-1)?.status ?? 0})`;
  }
  if (deliveries.some(({ performed }) => performed && performed.sentence !== '')) {
    return 'Delivered, the trigger failed';
  }
  const count = deliveries.length;
  return count === 1 ? 'Delivered' : `Delivered to ${count} Zaps`;
}

/** The entries with all of the words in them, newest first. */
export function matchingEntries(
  entries: readonly LiveEntry[],
  search: string,
  shown: Shown,
): LiveEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return entries
    .filter((entry) => shown === 'all' || outcomeOf(entry) === shown)
    .filter((entry) => {
      if (words.length === 0) return true;
      const zaps = entry.deliveries.map(({ zap }) => zap).join(' ');
      const text = `${entry.title} ${entry.account} ${zaps}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .reverse();
}
