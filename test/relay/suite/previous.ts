import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { MakeDatabase } from '../support/database.ts';
import {
  startHarness,
  startProcessHarness,
  type Harness,
  type Subscribed,
} from '../support/harness.ts';
import { post } from '../support/highlevel.ts';
import type { RelayProcess } from '../support/relay-process.ts';
import { until } from '../support/until.ts';

const KEY = '11'.repeat(32);
const KILLS = 3;
/** Opportunities, and as many appointments. */
const RECORDS = 4;
const MOVES = 25;

let minute = 0;

/** A minute later than the time before, in 2026. */
function nextTime(): string {
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
function visit(type: string, locationId: string, fields: Record<string, unknown>): Buffer {
  const appointment = { appointmentStatus: 'confirmed', dateUpdated: nextTime(), ...fields };
  return Buffer.from(JSON.stringify({ type, locationId, webhookId: randomUUID(), appointment }));
}

/** When an appointment is after so many moves: each takes it to the next day. */
const dayOf = (move: number) => new Date(Date.UTC(2026, 5, 1 + move, 14)).toISOString();

const moveOf = (startTime: unknown) =>
  (Date.parse(String(startTime)) - Date.parse(dayOf(0))) / 86_400_000;

interface Delivered {
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

function read(body: Buffer): Delivered {
  // An event of these tests, with what the relay adds.
  return JSON.parse(body.toString()) as Delivered;
}

/** Previous values: what is delivered with the events of opportunities and appointments. */
export function previous(makeDatabase: MakeDatabase): void {
  describe('previous values', () => {
    let harness: Harness;
    beforeAll(async () => {
      harness = await startHarness(makeDatabase, { RELAY_ENCRYPTION_KEY: KEY });
    });
    afterAll(() => harness.close());

    /** Posts events one after the other. */
    const send = async (...events: Buffer[]): Promise<void> => {
      for (const event of events) expect((await post(harness.relay, event)).status).toBe(200);
    };
    const previousAt = async (hook: Subscribed, count: number) => {
      await until(`${count} events`, () => hook.received().length >= count);
      return delivered(hook).map((event) => event.previous);
    };

    test('an event brings them along, and is as HighLevel wrote it but for that', async () => {
      const hook = await harness.subscribe('OpportunityStageUpdate', 'location-moved');
      const locationId = 'location-moved';
      // Nobody subscribed to this event: it is remembered all the same.
      await send(deal('OpportunityCreate', { locationId }));
      const moved = deal('OpportunityStageUpdate', { locationId, pipelineStageId: 'B' });
      await send(moved, moved, deal('OpportunityUpdate', { locationId, pipelineStageId: 'B' }));
      await send(deal('OpportunityStageUpdate', { locationId, pipelineStageId: 'B' }));
      expect(await previousAt(hook, 2)).toEqual([
        { changed: { pipelineStageId: 'A' }, unknown: [] },
        { changed: {}, unknown: [] },
      ]);
      expect(hook.received()[0]?.body.toString()).toBe(
        `${moved.toString().slice(0, -1)},"previous":{"changed":{"pipelineStageId":"A"},"unknown":[]}}`,
      );
    });

    test('an appointment brings its own along', async () => {
      const locationId = 'location-appointment';
      const hook = await harness.subscribe('AppointmentUpdate', locationId);
      const event = (type: string, appointmentStatus: string) =>
        Buffer.from(
          JSON.stringify({
            type,
            locationId,
            appointment: { id: 'appointment1', appointmentStatus },
          }),
        );
      await send(event('AppointmentCreate', 'confirmed'), event('AppointmentUpdate', 'noshow'));
      expect(await previousAt(hook, 1)).toEqual([
        { changed: { appointmentStatus: 'confirmed' }, unknown: [] },
      ]);
    });

    test('they are remembered across a restart', async () => {
      const locationId = 'location-restart';
      const hook = await harness.subscribe('OpportunityStatusUpdate', locationId);
      await send(deal('OpportunityCreate', { locationId }));
      await harness.relay.stop();
      await harness.start();
      await send(deal('OpportunityStatusUpdate', { locationId, status: 'won' }));
      expect(await previousAt(hook, 1)).toEqual([{ changed: { status: 'open' }, unknown: [] }]);
    });

    test('each change is told once, however many events of a record come at the same time', async () => {
      const locationId = 'location-together';
      const hook = await harness.subscribe('OpportunityUpdate', locationId);
      await send(deal('OpportunityCreate', { locationId }));
      const events = Array.from({ length: 40 }, () =>
        deal('OpportunityUpdate', { locationId, pipelineStageId: 'B' }),
      );
      await Promise.all(events.map((event) => send(event)));
      const told = (await previousAt(hook, 40)).filter(
        (one) => Object.keys(one?.changed ?? {}).length > 0,
      );
      expect(told).toEqual([{ changed: { pipelineStageId: 'A' }, unknown: [] }]);
    });

    test('they end with the app, and are one for each location', async () => {
      const [locationId, other] = ['location-uninstalled', 'location-stays'];
      await harness.subscribe('OpportunityUpdate', locationId);
      const stays = await harness.subscribe('OpportunityUpdate', other);
      await send(
        deal('OpportunityCreate', { locationId }),
        deal('OpportunityCreate', { locationId: other }),
      );
      const timestamp = new Date(Date.now() + 1000).toISOString();
      await send(Buffer.from(JSON.stringify({ type: 'UNINSTALL', locationId, timestamp })));
      const hook = await harness.subscribe('OpportunityUpdate', locationId);
      await send(
        deal('OpportunityUpdate', { locationId }),
        deal('OpportunityUpdate', { locationId: other }),
      );
      const [previous] = await previousAt(hook, 1);
      expect(previous?.unknown).toContain('pipelineStageId');
      expect(await previousAt(stays, 1)).toEqual([
        { changed: {}, unknown: [], beside: 'creation' },
      ]);
    });
  });

  describe('previous values when the relay is killed', () => {
    let harness: Harness<RelayProcess>;
    beforeAll(async () => {
      harness = await startProcessHarness(makeDatabase, { RELAY_ENCRYPTION_KEY: KEY });
    });
    afterAll(() => harness.close());

    test(`${KILLS} kills: every move is told once by each of its events, from the stage before it`, async () => {
      const locationId = 'location-kills';
      const names = ['OpportunityStageUpdate', 'OpportunityUpdate'];
      const hooks = await Promise.all(names.map((name) => harness.subscribe(name, locationId)));
      const visits = await harness.subscribe('AppointmentUpdate', locationId);
      const accepted = new Set<string>();
      const repeat = async (body: Buffer, name: string): Promise<void> => {
        for (;;) {
          const answer = await post(harness.relay, body).catch(() => undefined);
          if (answer?.status === 200) break;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        accepted.add(name);
      };
      // Each record goes through its moves in order, and HighLevel doubles every event.
      const deals = Array.from({ length: RECORDS }, async (_, index) => {
        const id = `record-${index}`;
        const dateAdded = nextTime();
        const together = async (types: string[], stage: number, timestamp: string) => {
          const fields = { locationId, id, dateAdded, timestamp, pipelineStageId: `${stage}` };
          await Promise.all(types.map((type) => repeat(deal(type, fields), `${id} ${stage}`)));
        };
        await together(['OpportunityCreate', 'OpportunityUpdate'], 0, dateAdded);
        for (let stage = 1; stage <= MOVES; stage += 1) {
          await together([...names, ...names], stage, nextTime());
        }
        const deletedAt = nextTime();
        await together(['OpportunityDelete'], MOVES, deletedAt);
        await together(['OpportunityUpdate'], MOVES, deletedAt);
      });
      const appointments = Array.from({ length: RECORDS }, async (_, index) => {
        const id = `record-${index}`;
        const fields = (move: number) => ({ id, startTime: dayOf(move), notes: `Day ${move}` });
        await repeat(visit('AppointmentCreate', locationId, fields(0)), `visit ${id} 0`);
        for (let move = 1; move <= MOVES; move += 1) {
          const doubled = [1, 2].map(() => visit('AppointmentUpdate', locationId, fields(move)));
          await Promise.all(doubled.map((body) => repeat(body, `visit ${id} ${move}`)));
        }
      });
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const enough = (kill * 2 * RECORDS * MOVES) / (KILLS + 1);
        await until('more moves', () => accepted.size >= enough);
        await harness.relay.kill();
        await harness.start();
      }
      await Promise.all([...deals, ...appointments]);
      await until('an empty queue', async () => {
        return (await harness.relay.metric('relay_queue_depth')) === 0;
      });
      for (const [index, hook] of hooks.entries()) {
        expectEachMoveOnce(movesTold(hook), names[index] ?? '');
      }
      expectEachMoveOnce(visitsTold(visits), 'AppointmentUpdate');
    });
  });
}

/** @param told such as `record-1: 3 to 4` */
function expectEachMoveOnce(told: readonly string[], event: string): void {
  const expected = Array.from({ length: RECORDS }, (_, index) =>
    Array.from({ length: MOVES }, (__, move) => `record-${index}: ${move} to ${move + 1}`),
  ).flat();
  const lost = expected.filter((move) => !told.includes(move));
  const twice = told.filter((move, at) => told.indexOf(move) !== at);
  const untrue = told.filter((move) => !expected.includes(move));
  process.stdout.write(
    `${expected.length} moves across ${KILLS} kills, by ${event}: ${lost.length} lost, ` +
      `${twice.length} twice, ${untrue.length} that did not happen\n`,
  );
  expect({ lost, twice, untrue }).toEqual({ lost: [], twice: [], untrue: [] });
}

/** What a hook received, what was delivered again once. */
function deliveredOnce({ received }: Subscribed): Delivered[] {
  const deliveries = new Map(
    received().map(({ headers, body }) => [String(headers['webhook-id']), read(body)]),
  );
  return [...deliveries.values()];
}

/** The moves of appointments that the events of a hook tell, each with new notes. */
function visitsTold(hook: Subscribed): string[] {
  return deliveredOnce(hook).flatMap(({ appointment, previous }) => {
    const { id = '', startTime } = appointment ?? {};
    const from = previous?.changed['startTime'];
    const hasNotes = previous?.edited?.includes('notes') === true;
    if (from === undefined) return hasNotes ? [`${id}: notes alone`] : [];
    return [`${id}: ${moveOf(from)} to ${moveOf(startTime)}${hasNotes ? '' : ', without notes'}`];
  });
}

/** The moves of opportunities that the events of a hook tell. */
function movesTold(hook: Subscribed): string[] {
  return deliveredOnce(hook).flatMap(({ type, id, pipelineStageId, previous }) => {
    if (previous?.beside !== undefined) return [];
    const from = Object.values(previous?.changed ?? {});
    // An update that stands beside nothing counts as a change, whether or not it shows one.
    const changes = from.length === 0 && type === 'OpportunityUpdate' ? ['?'] : from;
    return changes.map((stage) => `${id}: ${String(stage)} to ${pipelineStageId}`);
  });
}
