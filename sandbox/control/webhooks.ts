import type { FastifyInstance } from 'fastify';

import { badRequest } from '../http/errors.ts';
import { listOf, number, oneOf, readBody, readQuery, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';

/** Where webhooks go, how they are signed and repeated, and what became of them. */
export function webhookRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const { webhooks } = sandbox;

  app.post('/__sandbox/webhooks', (request) => {
    const { body } = request;
    const given = readBody(
      body,
      {},
      {
        url: string,
        retryMs: number,
        retries: number,
        contentType: string,
        events: listOf(string),
        signature: oneOf(['signed', 'none', 'N/A', 'wrong']),
      },
    );
    if (given.url !== undefined && !URL.canParse(given.url)) throw badRequest('url is not valid');
    Object.assign(webhooks.settings, given);
    const nulled = (key: string): boolean =>
      typeof body === 'object' && body !== null && Reflect.get(body, key) === null;
    if (nulled('url')) webhooks.settings.url = null;
    if (nulled('events')) webhooks.settings.events = null;
    return { ...webhooks.settings, publicKey: webhooks.publicKeyPem };
  });

  app.get('/__sandbox/webhooks', () => ({
    ...webhooks.settings,
    publicKey: webhooks.publicKeyPem,
  }));

  app.get('/__sandbox/deliveries', async (request) => {
    const query = readQuery(request.query, {}, { type: string, locationId: string });
    await webhooks.settled();
    return webhooks
      .list()
      .filter(
        (delivery) =>
          (query.type === undefined || delivery.type === query.type) &&
          (query.locationId === undefined || delivery.locationId === query.locationId),
      );
  });

  app.post('/__sandbox/deliveries/retry', async () => {
    const retried = webhooks.retryNow();
    await webhooks.settled();
    return { retried };
  });
}
