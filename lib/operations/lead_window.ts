import { endOfLeadTime, type LeadTime } from '../inputs/lead_time.ts';
import { SHARED_WINDOW_MS } from './polling.ts';

/**
 * What a trigger that starts a Zap a chosen time before something looks for: what begins from now on,
 * and not after the end of the lead time, in epoch milliseconds. With a short one it reaches back: what
 * came and went between two checks is in it all the same.
 *
 * @param timezone an IANA name
 */
export function leadWindow(leadTime: LeadTime, timezone: string): { from: number; until: number } {
  const now = Date.now();
  const until = endOfLeadTime(now, leadTime, timezone);
  return { from: Math.min(now, until - SHARED_WINDOW_MS), until };
}
