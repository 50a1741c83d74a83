import type { FastifyInstance } from 'fastify';

import { badRequest, type Json } from '../http/errors.ts';
import { between, boolean, listOf, number, object, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { HARBOUR } from '../seed/ids.ts';
import { installEvent, removeInstall, uninstallEvent } from '../webhooks/installs.ts';
import { payloadOf } from './event-payloads.ts';

const MOST_BYTES = 100 * 1024 * 1024;

/** The JSON of an event with a field that brings it to a size in bytes, which comes last. */
function padded({ ...event }: Json, bytes: number, field = 'body'): Buffer {
  const value = event[field];
  Reflect.deleteProperty(event, field);
  const json = JSON.stringify({ ...event, [field]: typeof value === 'string' ? value : '' });
  const end = Buffer.from('"}');
  const start = Buffer.from(json).subarray(0, -end.length);
  const missing = Math.max(0, bytes - start.length - end.length);
  return Buffer.concat([start, Buffer.alloc(missing, 'x'), end]);
}

/**
 * Fires one event: for a record by its id or for the first one of a sub-account, INSTALL or UNINSTALL of a location or of the agency, which
 * happens, or a whole payload of one's own. The payload counts before the event and its envelope, so that other apps, ids that were
 * seen before and odd dates can be sent, signed by the same key.
 */
export function eventRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/__sandbox/events', (request, reply) => {
    const body = readBody(
      request.body,
      {},
      {
        type: string,
        id: string,
        locationId: string,
        agency: boolean,
        versionId: string,
        payload: object,
        without: listOf(string),
        bytes: between(1, MOST_BYTES, number),
        longField: string,
      },
    );
    const { type = '' } = body;
    let event: Json | undefined;
    const locationId = body.agency === true ? undefined : (body.locationId ?? HARBOUR);
    if (type === 'INSTALL') {
      if (locationId === undefined) sandbox.installations.toFutureLocations = true;
      else sandbox.installations.add(locationId, body.versionId);
      event = installEvent(sandbox, locationId);
    } else if (type === 'UNINSTALL') {
      removeInstall(sandbox, locationId);
      event = uninstallEvent(locationId);
    } else if (body.id !== undefined || !body.payload) {
      event = payloadOf(sandbox, type, { id: body.id, locationId: locationId ?? '' });
      if (!event) throw badRequest(`No ${type} can be made for ${body.id ?? 'any record'}`);
    }
    const whole = {
      ...sandbox.webhooks.envelope(),
      ...event,
      ...(event || type === '' ? {} : { type }),
      ...body.payload,
    };
    const left = Object.entries(whole).filter(([key]) => !(body.without ?? []).includes(key));
    const payload = Object.fromEntries(left);
    const { bytes, longField } = body;
    const raw = bytes === undefined ? undefined : padded(payload, bytes, longField);
    void reply.code(201);
    return { webhookId: sandbox.webhooks.post(payload, raw) };
  });
}
