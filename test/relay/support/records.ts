import { randomUUID } from 'node:crypto';

import type { Subscribed } from './harness.ts';

let minute = 0;

/** A minute later than the time before, in 2026. */
export function nextTime(): string {
  minute += 1;
  return new Date(Date.parse('2026-01-01T00:00:00Z') + minute * 60_000).toISOString();
}

/** An event of an opportunity; each is later than the one before. */
export function deal(type: string, fields: Record<string, unknown> = {}): Buffer {
  const own = { id: 'deal1', status: 'open', pipelineId: 'p1', pipelineStageId: 'A' };
  const event = { type, timestamp: nextTime(), webhookId: randomUUID(), ...own, ...fields };
  return Buffer.from(JSON.stringify(event));
}

/** An event of an appointment; each is later than the one before. */
export function visit(type: string, locationId: string, fields: Record<string, unknown>): Buffer {
  const appointment = { appointmentStatus: 'confirmed', dateUpdated: nextTime(), ...fields };
  return Buffer.from(JSON.stringify({ type, locationId, webhookId: randomUUID(), appointment }));
}

/** An event of a record as a hook gets it, with what the relay adds. */
export interface Delivered {
  type: string;
  id: string;
  pipelineStageId: string;
  appointment?: { id: string; startTime: string };
  previous?: {
    changed: Record<string, unknown>;
    edited?: string[];
    unknown: string[];
    beside?: string;
  };
}

/** What a hook received. */
export function delivered({ received }: Subscribed): Delivered[] {
  return received().map(({ body }) => read(body));
}

/** Reads what a hook received of it. */
export function read(body: Buffer): Delivered {
  // An event of these tests.
  return JSON.parse(body.toString()) as Delivered;
}
