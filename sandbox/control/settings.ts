import type { FastifyInstance } from 'fastify';

import { boolean, number, oneOf, readBody } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';

/** Behaviour and limits; only the keys that are sent change. */
export function settingRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/__sandbox/settings', (request) => {
    const body = readBody(
      request.body,
      {},
      {
        secondConversation: oneOf(['refuse', 'existing']),
        emailShape: oneOf(['wrapped', 'flat']),
        statusRefusals: number,
        statusRefusalCode: number,
        accessTokenSeconds: number,
        cursorLifetimeMs: number,
        searchLagMs: number,
        searchLagSearches: number,
        scopeShape: oneOf(['spaces', 'commas', 'list', 'none']),
        uploadBytes: number,
      },
    );
    const { statusRefusalCode, ...rest } = body;
    Object.assign(sandbox.settings, rest);
    if (statusRefusalCode !== undefined) {
      sandbox.settings.statusRefusalCode = statusRefusalCode === 401 ? 401 : 403;
    }
    return sandbox.settings;
  });

  app.post('/__sandbox/limits', (request) => {
    const body = readBody(
      request.body,
      {},
      { max: number, intervalMs: number, daily: number, dailyResetHeader: boolean },
    );
    Object.assign(sandbox.limiter.limits, body);
    sandbox.limiter.clear();
    return sandbox.limiter.limits;
  });
}
