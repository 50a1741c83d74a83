import type { FastifyRequest } from 'fastify';

import { sessionOf } from '../http/access.ts';
import type { Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Origin } from '../state/records.ts';
import { iso } from './views.ts';

/** The app that writes a record over the API. */
export const appOrigin = (sandbox: Sandbox, request: FastifyRequest): Origin => ({
  source: 'INTEGRATION',
  channel: 'OAUTH',
  sourceId: sessionOf(request).userId,
  timestamp: sandbox.now(),
});

/** Who made or changed a record, as records of objects and companies show it. */
export const originDetail = ({ channel, source, sourceId, timestamp }: Origin): Json => ({
  channel,
  createdAt: iso(timestamp),
  source,
  sourceId,
});
