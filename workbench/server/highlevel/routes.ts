import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { HighLevelView } from '../../api/highlevel.ts';
import type { Desk } from '../desk.ts';
import { readBody } from '../http/read-body.ts';
import { Faults } from './faults.ts';
import { HAPPENINGS } from './happenings.ts';
import { readInbox } from './inbox.ts';
import { prepareHighLevel } from './prepare.ts';

const happening = z.object({
  connection: z.string(),
  contactId: z.string().min(1),
  kind: z.enum(['writes', 'mails', 'calls', 'books', 'pays']),
  text: z.string().max(10_000),
});
const fault = z.object({
  key: z.enum(['limit', 'slow', 'timeout', 'expired', 'gateway', 'cut']),
  times: z.int().min(1).max(100),
});
const clockBy = z.object({
  byMs: z
    .int()
    .min(1)
    .max(366 * 86_400_000),
});
const inboxOf = z.object({ connection: z.string() });

/** The local HighLevel: what customers do in it, what goes wrong in it, and how it starts anew. */
export function highLevelRoutes(app: FastifyInstance, { connections, zapier }: Desk): void {
  const faults = new Faults(zapier.sandbox);

  const clockAhead = async () => Number((await zapier.sandbox.get(''))['clockAheadMs']);

  /** An agency has no inbox of its own: that of its first sub-account is shown. */
  const inboxAccount = (id: string) =>
    connections.to(connections.find(id).isAgency ? connections.firstSubAccount() : id);

  app.post('/api/highlevel', async (request): Promise<HighLevelView> => {
    const { connection } = readBody(inboxOf, request.body);
    const { runs } = await inboxAccount(connection);
    const [inbox, faultList, clockAheadMs] = await Promise.all([
      readInbox(runs),
      faults.list(),
      clockAhead(),
    ]);
    return { ...inbox, faults: faultList, clockAheadMs };
  });

  app.post('/api/highlevel/clock', async (request) => {
    const { byMs } = readBody(clockBy, request.body);
    await zapier.sandbox.post('/clock', { aheadMs: (await clockAhead()) + byMs });
    return { moved: true };
  });

  app.post('/api/highlevel/happenings', async (request) => {
    const { connection, contactId, kind, text } = readBody(happening, request.body);
    const { runs } = await inboxAccount(connection);
    await HAPPENINGS[kind](runs, contactId, text);
    return { happened: true };
  });

  app.post('/api/highlevel/faults', async (request) => {
    const { key, times } = readBody(fault, request.body);
    await faults.add(key, times);
    return { added: true };
  });

  app.post('/api/highlevel/faults/clear', async () => {
    await faults.clear();
    return { cleared: true };
  });

  app.post('/api/highlevel/reset', async () => {
    await faults.clear();
    await zapier.reset();
    await prepareHighLevel(zapier);
    return { reset: true };
  });
}
