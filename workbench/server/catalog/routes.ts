import type { FastifyInstance } from 'fastify';

import type { Catalog } from '../../api/catalog.ts';
import type { Desk } from '../desk.ts';

/** What the page starts from. */
export function catalogRoutes(app: FastifyInstance, { operations, connections }: Desk): void {
  app.get('/api/catalog', (): Catalog => ({
    version: operations.version,
    areas: [...operations.areas],
    operations: [...operations.entries],
    connections: [...connections.list],
  }));
}
