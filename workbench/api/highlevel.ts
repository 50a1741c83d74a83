/** The local HighLevel as its page shows it. */

export interface ContactView {
  id: string;
  name: string;
}

export interface MessageView {
  id: string;
  isInbound: boolean;
  /** Such as SMS or Email. */
  channel: string;
  text: string;
  status: string;
  /** ISO 8601. */
  at: string;
}

/** The messages with one contact, oldest first. */
export interface ThreadView {
  contact: ContactView;
  lastAt: string;
  messages: MessageView[];
}

export interface FaultView {
  key: FaultKey;
  label: string;
  /** How many calls it still hits. */
  left: number;
}

export interface HighLevelView {
  contacts: ContactView[];
  /** The latest first. */
  threads: ThreadView[];
  faults: FaultView[];
  /** How far its clock is ahead of this machine's, in milliseconds. */
  clockAheadMs: number;
}

export type HappeningKey = 'writes' | 'mails' | 'calls' | 'books' | 'pays';

export type FaultKey = 'limit' | 'slow' | 'timeout' | 'expired' | 'gateway' | 'cut';
