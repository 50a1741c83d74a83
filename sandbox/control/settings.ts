import type { FastifyInstance } from 'fastify';

import {
  between,
  boolean,
  number,
  numberAmong,
  oneOf,
  readBody,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';

/** What a reset takes too. */
export const LIMITS = {
  max: number,
  intervalMs: number,
  daily: number,
  dailyResetHeader: boolean,
};

/** Ten years. */
const MOST_AHEAD_MS = 10 * 366 * 86_400_000;

/** Behaviour, clock and limits; only the keys that are sent change. */
export function settingRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/__sandbox/settings', (request) => {
    const body = readBody(
      request.body,
      {},
      {
        secondConversation: oneOf(['refuse', 'existing']),
        emailShape: oneOf(['wrapped', 'flat']),
        statusRefusals: number,
        statusRefusalCode: numberAmong([401, 403]),
        accessTokenSeconds: number,
        locationTokenSeconds: number,
        locationTokenRefusal: numberAmong([400, 401, 403]),
        cursorLifetimeMs: number,
        searchLagMs: number,
        searchLagSearches: number,
        scopeShape: oneOf(['spaces', 'commas', 'list', 'none']),
        opportunityFields: oneOf(['replace', 'merge']),
        exactSlots: boolean,
        appointmentEvents: oneOf(['own', 'create']),
        invoiceEventType: boolean,
        catalogEventType: boolean,
        mediaFolders: boolean,
        uploadBytes: number,
      },
    );
    return Object.assign(sandbox.settings, body);
  });

  app.post('/__sandbox/clock', (request) => {
    const { aheadMs } = readBody(request.body, { aheadMs: between(0, MOST_AHEAD_MS, number) }, {});
    sandbox.clockAheadMs = aheadMs;
    return { aheadMs, now: new Date(sandbox.now()).toISOString() };
  });

  app.post('/__sandbox/limits', (request) => {
    const { resource, ...body } = readBody(request.body, {}, { resource: string, ...LIMITS });
    return sandbox.limiter.change(body, resource);
  });
}
