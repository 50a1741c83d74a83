import type { AddressInfo } from 'node:net';
import { isNativeError } from 'node:util/types';

import Fastify, { type FastifyInstance } from 'fastify';

import { OperationError, UnreachableError } from '../../local/index.ts';
import { catalogRoutes } from './catalog/routes.ts';
import type { Desk } from './desk.ts';
import { fileRoutes } from './files/routes.ts';
import { formRoutes } from './forms/routes.ts';
import { type Access } from './http/access.ts';
import { pageFiles } from './http/page-files.ts';
import { Problem } from './http/problem.ts';
import { highLevelRoutes } from './highlevel/routes.ts';
import { liveRoutes } from './live/routes.ts';
import { recipeRoutes } from './recipes/routes.ts';
import { runRoutes } from './runs/routes.ts';
import { zapRoutes } from './zaps/routes.ts';

/** A file that is uploaded into a form, in base64, and some room. */
const MOST_BYTES = 12 * 1024 * 1024;

/**
 * The workbench's HTTP side: the page and what it asks for, behind its guard.
 *
 * @param pageFolder what Vite built
 */
export function createApp(desk: Desk, access: Access, pageFolder: string): FastifyInstance {
  const app = Fastify({ bodyLimit: MOST_BYTES });
  access.guard(app, () => portOf(app));
  app.setErrorHandler((error, _request, reply) => {
    const problem = problemOf(error);
    return reply.code(problem.status).send({ error: problem.code, message: problem.message });
  });
  // Nothing works without the local HighLevel. Live still shows what has happened.
  app.addHook('preHandler', ({ url }, _reply, done) => {
    const isNeeded = url.startsWith('/api/') && !url.startsWith('/api/live/');
    const isGone = isNeeded && !desk.zapier.highLevel.isRunning;
    done(isGone ? new Problem(503, 'gone', GONE) : undefined);
  });
  catalogRoutes(app, desk);
  formRoutes(app, desk);
  fileRoutes(app, desk);
  runRoutes(app, desk);
  zapRoutes(app, desk);
  highLevelRoutes(app, desk);
  liveRoutes(app, desk);
  recipeRoutes(app, desk);
  pageFiles(app, pageFolder);
  return app;
}

/** The port where it listens, once it does. */
export function portOf(app: FastifyInstance): number {
  // A listening TCP server has an address with a port.
  return (app.server.address() as AddressInfo).port;
}

const GONE =
  'The local HighLevel does not answer. Press Ctrl+C in the terminal of the workbench, then start it again.';

/** Whether nobody was found at an address of this machine. */
function isUnreachable(error: unknown): boolean {
  const isOfFetch =
    isNativeError(error) && error.name === 'TypeError' && error.message === 'fetch failed';
  return isOfFetch || error instanceof UnreachableError;
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  // What the integration says when a dropdown or a form cannot be read is meant for people.
  if (error instanceof OperationError) return new Problem(422, error.name, error.summary);
  if (isUnreachable(error)) return new Problem(503, 'gone', GONE);
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  const message = error instanceof Error ? error.message : String(error);
  return new Problem(status, status < 500 ? 'invalid' : 'failed', message);
}
