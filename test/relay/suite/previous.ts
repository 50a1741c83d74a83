import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { MakeDatabase } from '../support/database.ts';
import { startHarness, type Harness, type Subscribed } from '../support/harness.ts';
import { post } from '../support/highlevel.ts';
import { deal, delivered } from '../support/records.ts';
import { until } from '../support/until.ts';

const KEY = '11'.repeat(32);

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
}
