import type { FastifyInstance } from 'fastify';

import { anything, boolean, number, object, oneOf, readBody, string } from '../http/validate.ts';
import { SEEN_ANSWERS } from '../http/faults.ts';
import type { Sandbox } from '../sandbox.ts';

// Object.keys types the keys as any text; these are those of the object, which is not extended.
const ANSWERS = Object.keys(SEEN_ANSWERS) as (keyof typeof SEEN_ANSWERS)[];

/** Faults on request. */
export function faultRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/__sandbox/faults', (request, reply) => {
    const body = readBody(
      request.body,
      { path: string },
      {
        method: string,
        times: number,
        skip: number,
        when: oneOf(['before', 'after']),
        status: number,
        answer: oneOf(ANSWERS),
        body: anything,
        html: string,
        headers: object,
        delayMs: number,
        drop: oneOf(['before', 'after']),
        expireToken: boolean,
      },
    );
    void reply.code(201);
    return sandbox.faults.add({
      ...(body.answer === undefined ? {} : SEEN_ANSWERS[body.answer]),
      path: body.path,
      times: body.times ?? 1,
      skip: body.skip ?? 0,
      when: body.when ?? 'before',
      headers: Object.fromEntries(
        Object.entries(body.headers ?? {}).map(([key, value]) => [
          key.toLowerCase(),
          String(value),
        ]),
      ),
      delayMs: body.delayMs ?? 0,
      expireToken: body.expireToken ?? false,
      ...(body.method === undefined ? {} : { method: body.method.toUpperCase() }),
      ...(body.status === undefined ? {} : { status: body.status }),
      ...(body.body === undefined ? {} : { body: body.body }),
      ...(body.html === undefined ? {} : { html: body.html }),
      ...(body.drop === undefined ? {} : { drop: body.drop }),
    });
  });
  app.get('/__sandbox/faults', () => sandbox.faults.list());
  app.delete('/__sandbox/faults', () => {
    sandbox.faults.clear();
    return { ok: true };
  });
}
