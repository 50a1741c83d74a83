import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { toText } from '../../../resources/values.ts';
import type { UploadedFile } from '../../api/files.ts';
import type { Desk } from '../desk.ts';
import { Problem } from '../http/problem.ts';
import { readBody } from '../http/read-body.ts';

const fileAt = z.object({ url: z.url() });
const fileUpload = z.object({
  name: z.string().min(1).max(200),
  contentType: z.string(),
  base64: z.base64(),
});

/** Shown as they are; all others are saved. */
const SHOWN = /^(?:image\/(?!svg)|audio\/|video\/|text\/plain)/;

/** A file is no page: no script of it runs, and it loads nothing. */
const FILE_POLICY =
  "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

/**
 * Files of this machine: the local HighLevel serves those that are uploaded to the steps that take them,
 * and those of a result open through the workbench.
 */
export function fileRoutes(app: FastifyInstance, { zapier }: Desk): void {
  app.get('/api/files', async (request, reply) => {
    const { url } = readBody(fileAt, request.query);
    const { origin } = new URL(url);
    if (origin !== zapier.sandbox.url && origin !== zapier.app.rpc.origin) {
      throw new Problem(403, 'file', 'This file is not on this machine, so it is not opened.');
    }
    const file = await fetch(url, { redirect: 'error' });
    if (!file.ok) throw new Problem(404, 'file', 'This file is gone. Run the test again.');
    const type = file.headers.get('content-type') ?? 'application/octet-stream';
    const isShown = SHOWN.test(type);
    const name = new URL(url).pathname.split('/').at(-1) ?? 'file';
    return reply
      .type(isShown ? type : 'application/octet-stream')
      .header('content-security-policy', FILE_POLICY)
      .header(
        'content-disposition',
        isShown
          ? 'inline'
          : (file.headers.get('content-disposition') ?? `attachment; filename*=UTF-8''${name}`),
      )
      .send(Buffer.from(await file.arrayBuffer()));
  });

  app.post('/api/files', async (request): Promise<UploadedFile> => {
    const { name, contentType, base64 } = readBody(fileUpload, request.body);
    const { url } = await zapier.sandbox.post('/files', {
      path: encodeURIComponent(name),
      contentType: contentType === '' ? 'application/octet-stream' : contentType,
      base64,
    });
    return { url: toText(url) ?? '' };
  });
}
