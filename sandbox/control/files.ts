import type { FastifyInstance } from 'fastify';

import { badRequest } from '../http/errors.ts';
import { between, number, readBody, string } from '../http/validate.ts';
import { HARBOUR } from '../seed/ids.ts';
import type { Sandbox } from '../sandbox.ts';
import { newId } from '../state/ids.ts';

const MOST_BYTES = 200 * 1024 * 1024;

/** Lays a file at an address of its own, with any headers, as storage behind HighLevel may have it. */
export function fileRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/__sandbox/files', (request, reply) => {
    const { body } = request;
    const given = readBody(
      body,
      { contentType: string },
      {
        path: string,
        contentDisposition: string,
        text: string,
        base64: string,
        bytes: between(0, MOST_BYTES, number),
      },
    );
    const { path = 'file', contentType, contentDisposition } = given;
    const hasNoHeader =
      typeof body === 'object' && body !== null && Reflect.get(body, 'contentDisposition') === null;
    if (/[\r\n]/.test(`${contentType}${contentDisposition ?? ''}`)) {
      throw badRequest('A header has no line breaks');
    }
    const { id } = sandbox.store.files.add({
      id: newId(),
      locationId: HARBOUR,
      name: 'file',
      contentType,
      ...(hasNoHeader ? { contentDisposition: null } : {}),
      ...(contentDisposition === undefined ? {} : { contentDisposition }),
      bytes:
        given.base64 === undefined
          ? Buffer.from(given.text ?? 'x'.repeat(given.bytes ?? 1))
          : Buffer.from(given.base64, 'base64'),
    });
    void reply.code(201);
    return { id, url: sandbox.absolute(`/files/${id}/${path}`) };
  });
}
