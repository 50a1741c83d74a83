import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';

import { registerApi } from './api/register.ts';
import { registerControl } from './control/register.ts';
import { checkAccess } from './http/access.ts';
import { acceptBodies } from './http/bodies.ts';
import { ApiError, withTraceId } from './http/errors.ts';
import { applyFaults } from './http/faults.ts';
import { Sandbox } from './sandbox.ts';
import type { WebhookOptions } from './webhooks/webhooks.ts';

/** Largest body that is read at all: the largest WhatsApp file and its form. */
const BODY_BYTES = 110 * 1024 * 1024;

const isFastifyError = (error: unknown): error is FastifyError =>
  error instanceof Error && 'statusCode' in error;

/** The HTTP server and the sandbox behind it; not yet listening. */
export function buildApp(options: WebhookOptions = {}): { app: FastifyInstance; sandbox: Sandbox } {
  const sandbox = new Sandbox(options);
  const app = Fastify({
    bodyLimit: BODY_BYTES,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true },
  });

  acceptBodies(app);
  sandbox.requests.watch(app);
  applyFaults(app, sandbox.faults, sandbox.tokens);
  checkAccess(app, sandbox);

  app.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.access) return;
    for (const one of [method].flat()) {
      if (one !== 'HEAD') sandbox.endpoints.push(`${one} ${url}`);
    }
  });
  app.addHook('preSerialization', (request, _reply, payload, done) => {
    done(null, request.routeOptions.config.access ? withTraceId(payload) : payload);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? request.url;
    void reply.code(404).send(
      withTraceId({
        statusCode: 404,
        message: `Cannot ${request.method} ${path}`,
        error: 'Not Found',
      }),
    );
  });
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof ApiError) {
      void reply.code(error.statusCode).send(withTraceId(error.body));
      return;
    }
    const status = isFastifyError(error) ? (error.statusCode ?? 500) : 500;
    const message =
      error instanceof Error && status < 500 ? error.message : 'Internal server error';
    if (status >= 500)
      process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : ''}\n`);
    void reply.code(status).send(withTraceId({ statusCode: status, message }));
  });

  registerApi(app, sandbox);
  registerControl(app, sandbox);

  app.addHook('onListen', (done) => {
    const address = app.server.address();
    if (address !== null && typeof address === 'object') {
      sandbox.origin = `http://127.0.0.1:${String(address.port)}`;
    }
    done();
  });
  app.addHook('onClose', async () => {
    await sandbox.webhooks.close();
  });
  return { app, sandbox };
}
