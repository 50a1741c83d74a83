import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { FindingView, PointerView, RunView } from '../../api/run.ts';
import type { Desk } from '../desk.ts';
import { operationKind, runRequest } from '../forms/schemas.ts';
import { readBody } from '../http/read-body.ts';
import { findingsOf } from './findings.ts';
import { followPointer } from './pointers.ts';
import { Runs } from './runs.ts';

const pointerRequest = z.object({ connection: z.string(), pointer: z.string() });
const runOf = z.object({ id: z.uuid() });
const operationOf = z.object({ connection: z.string(), kind: operationKind, key: z.string() });
const connectionOf = z.object({ connection: z.string() });

/** Tests of operations, and what stands behind their results. */
export function runRoutes(app: FastifyInstance, desk: Desk): void {
  const { connections, operations } = desk;
  const runs = new Runs(desk);

  app.post('/api/runs', (request): Promise<RunView> =>
    runs.run(readBody(runRequest, request.body)),
  );

  app.post('/api/runs/answer', (request): Promise<RunView> =>
    runs.resume(readBody(runOf, request.body).id),
  );

  app.post('/api/pointers', async (request): Promise<PointerView> => {
    const { connection, pointer } = readBody(pointerRequest, request.body);
    return followPointer((await connections.to(connection)).runs, pointer);
  });

  app.post('/api/findings', async (request): Promise<FindingView[]> => {
    const { connection, kind, key } = readBody(operationOf, request.body);
    const { forms } = await connections.to(connection);
    return findingsOf(forms, operations.find(kind, key));
  });

  app.post('/api/connections/refresh', async (request) => {
    const { connection } = readBody(connectionOf, request.body);
    await (await connections.to(connection)).runs.refresh();
    return { refreshed: true };
  });
}
