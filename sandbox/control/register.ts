import type { FastifyInstance } from 'fastify';

import { forbidden } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import { bulkRoutes } from './bulk.ts';
import { emailEventRoutes } from './email-events.ts';
import { eventRoutes } from './events.ts';
import { faultRoutes } from './faults.ts';
import { fileRoutes } from './files.ts';
import { infoRoutes } from './info.ts';
import { incomingRoutes } from './incoming.ts';
import { invoiceControlRoutes } from './invoices.ts';
import { orderControlRoutes } from './orders.ts';
import { settingRoutes } from './settings.ts';
import { stateRoutes } from './state.ts';
import { subAccountRoutes } from './sub-accounts.ts';
import { submissionRoutes } from './submissions.ts';
import { tokenRoutes } from './tokens.ts';
import { webhookRoutes } from './webhooks.ts';

const AREAS = [
  infoRoutes,
  settingRoutes,
  faultRoutes,
  tokenRoutes,
  subAccountRoutes,
  incomingRoutes,
  submissionRoutes,
  invoiceControlRoutes,
  orderControlRoutes,
  emailEventRoutes,
  bulkRoutes,
  fileRoutes,
  eventRoutes,
  webhookRoutes,
  stateRoutes,
];

/** The control API: what a test or a developer does from outside. No token, this machine only. */
export function registerControl(app: FastifyInstance, sandbox: Sandbox): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip);
    done(request.url.startsWith('/__sandbox') && !local ? forbidden('Loopback only') : undefined);
  });
  for (const area of AREAS) area(app, sandbox);
}
