import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { ZapRun, ZapView } from '../../api/run.ts';
import type { Desk } from '../desk.ts';
import { formState } from '../forms/schemas.ts';
import { readBody } from '../http/read-body.ts';
import { Zaps } from './zaps.ts';

const zapOf = z.object({ id: z.uuid() });

/** Zaps that are on: polled, or started by deliveries. */
export function zapRoutes(app: FastifyInstance, desk: Desk): void {
  const zaps = new Zaps(desk);
  const idIn = (body: unknown) => readBody(zapOf, body).id;

  app.post('/api/zaps/on', (request): Promise<ZapView> =>
    zaps.switchOn(readBody(formState, request.body)),
  );
  app.post('/api/zaps/poll', (request): Promise<ZapRun> => zaps.poll(idIn(request.body)));
  app.post('/api/zaps/next', (request): Promise<ZapRun> => zaps.next(idIn(request.body)));
  app.post('/api/zaps/happen', async (request) => {
    await zaps.happen(idIn(request.body));
    return { happened: true };
  });
  app.post('/api/zaps/off', async (request) => {
    await zaps.switchOff(idIn(request.body));
    return { isOn: false };
  });
}
