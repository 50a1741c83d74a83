import type { Harness, Subscribed } from './harness.ts';
import { deal, nextTime, read, visit, type Delivered } from './records.ts';
import { sendUntilTaken } from './senders.ts';

/** Opportunities, and as many appointments. */
const RECORDS = 4;
const MOVES = 25;
/** All that records are moved. */
export const ALL_MOVES = 2 * RECORDS * MOVES;
/** All that the events of one kind should tell, such as `record-1: 3 to 4`. */
export const EXPECTED_MOVES = Array.from({ length: RECORDS }, (_, index) =>
  Array.from({ length: MOVES }, (__, move) => `record-${index}: ${move} to ${move + 1}`),
).flat();

/** When an appointment is after so many moves: each takes it to the next day. */
const dayOf = (move: number) => new Date(Date.UTC(2026, 5, 1 + move, 14)).toISOString();

const moveOf = (startTime: unknown) =>
  (Date.parse(String(startTime)) - Date.parse(dayOf(0))) / 86_400_000;

/** Records that are being moved. */
export interface Moves {
  /** The moves of which an event was answered with 200. */
  accepted: Set<string>;
  /** When all are moved. */
  end: Promise<unknown>;
  /** The moves that were told, by the event that told them. */
  told: Record<string, () => string[]>;
}

/**
 * Takes each record through its moves in order. HighLevel doubles every event, and sends again what is
 * not answered with 200.
 */
export async function startMoves(
  { subscribe }: Pick<Harness, 'subscribe'>,
  relay: () => { url: string },
  locationId: string,
): Promise<Moves> {
  const names = ['OpportunityStageUpdate', 'OpportunityUpdate'];
  const [stages, updates, visits] = await Promise.all(
    [...names, 'AppointmentUpdate'].map((name) => subscribe(name, locationId)),
  );
  if (!stages || !updates || !visits) throw new Error('no hooks');
  const accepted = new Set<string>();
  const repeat = async (body: Buffer, name: string): Promise<void> => {
    await sendUntilTaken(relay, body);
    accepted.add(name);
  };
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
  return {
    accepted,
    end: Promise.all([...deals, ...appointments]),
    told: {
      OpportunityStageUpdate: () => movesTold(stages),
      OpportunityUpdate: () => movesTold(updates),
      AppointmentUpdate: () => visitsTold(visits),
    },
  };
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
