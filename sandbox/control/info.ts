import type { FastifyInstance } from 'fastify';

import { nested, readBody } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { APP, COMPANY_ID, COMPANY_NAME, OTHER_APP_ID } from '../state/app-registration.ts';
import { SCOPES } from '../state/scopes.ts';
import { LIMITS } from './settings.ts';

/** What a client needs to connect, and a way back to the start. */
export function infoRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/__sandbox', () => ({
    apiUrl: sandbox.origin,
    authorizeUrl: `${sandbox.origin}/v2/oauth/chooselocation`,
    clientId: APP.clientId,
    clientSecret: APP.clientSecret,
    appId: APP.id,
    otherAppId: OTHER_APP_ID,
    versionId: APP.versionId,
    company: { id: COMPANY_ID, name: COMPANY_NAME },
    scopes: Object.keys(SCOPES),
    endpoints: sandbox.endpoints,
    webhookPublicKey: sandbox.webhooks.publicKeyPem,
    webhooks: sandbox.webhooks.settings,
    clockAheadMs: sandbox.clockAheadMs,
    settings: sandbox.settings,
    limits: sandbox.limiter.limits,
    locations: [...sandbox.store.locations.values()].map((location) => ({
      id: location.id,
      name: location.name,
      providers: sandbox.store.providers
        .filter(({ locationId }) => locationId === location.id)
        .map(({ id, name, type, appId }) => ({ id, name, type, own: appId === APP.id })),
      counts: {
        contacts: sandbox.store.contacts.filter((one) => one.locationId === location.id).length,
        conversations: sandbox.store.conversations.filter((one) => one.locationId === location.id)
          .length,
        messages: sandbox.store.messages.filter((one) => one.locationId === location.id).length,
      },
    })),
  }));

  app.post('/__sandbox/reset', (request) => {
    const { limits } = readBody(request.body, {}, { limits: nested({}, LIMITS) });
    sandbox.reset();
    if (limits) sandbox.limiter.change(limits);
    return { ok: true };
  });
}
