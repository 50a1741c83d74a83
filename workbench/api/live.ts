/** What goes through the relay, as the page shows it while it happens. */

/** One time that HighLevel sent a webhook to the relay. */
export interface ArrivalView {
  /** ISO 8601. */
  at: string;
  /** What the relay answered; 503 where no relay runs. */
  status: number;
  /** The relay's word for what it made of it, such as `new`; or of why it refused. */
  result: string;
  durationMs: number;
}

/** One time that the relay posted to a Zap. */
export interface AttemptView {
  at: string;
  /** What Zapier answered. */
  status: number;
}

/** What the trigger of the Zap made of a delivery. */
export interface PerformedView {
  /** How many records start the Zap. */
  records: number;
  /** What a person reads of a failure; empty where there is none. */
  sentence: string;
  durationMs: number;
}

/** A webhook on its way to one Zap. */
export interface DeliveryView {
  /** The same for every attempt. */
  id: string;
  /** The label of the Zap's trigger. */
  zap: string;
  attempts: AttemptView[];
  /** Null until the trigger has run. */
  performed: PerformedView | null;
}

/** `webhook` came from HighLevel, `delivery` is one that the relay made itself; the others are about a Zap or the relay. */
export type LiveKind = 'webhook' | 'delivery' | 'subscription' | 'relay';

/** One line of the page. */
export interface LiveEntry {
  /** 1, 2, 3 in the order in which they came. */
  number: number;
  at: string;
  kind: LiveKind;
  /** The name of the event, or what happened. */
  title: string;
  /** The sub-account's name; empty where there is none. */
  account: string;
  arrivals: ArrivalView[];
  deliveries: DeliveryView[];
}

/** How Zapier answers deliveries. */
export type HookAnswer = 'takes' | 'limit' | 'fails' | 'gone';

export interface LiveState {
  relay: 'running' | 'stopped';
  highLevel: 'running' | 'gone';
  hooks: HookAnswer;
  deadLetters: DeadLetterView[];
}

/** A delivery that the relay gave up. */
export interface DeadLetterView {
  id: string;
  event: string;
  account: string;
  zap: string;
  attempts: number;
  /** What the last attempt came to. */
  reason: string;
  diedAt: string;
}

/** Entries that went by while nobody listened, and are no longer kept. */
export interface LiveGap {
  from: number;
  to: number;
}

/** What the stream sends, by the names of its messages. */
export interface LiveMessages {
  /** Entries that are new or changed. */
  changes: { entries: LiveEntry[] };
  gap: LiveGap;
  state: LiveState;
}

/** What stands behind an entry; empty where it has no body. */
export interface LiveBody {
  body: string;
}
