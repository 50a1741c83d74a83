import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { toText } from '../../../resources/values.ts';
import type { UploadedFile } from '../../api/files.ts';
import type { Desk } from '../desk.ts';
import { readBody } from '../http/read-body.ts';

const fileUpload = z.object({
  name: z.string().min(1).max(200),
  contentType: z.string(),
  base64: z.base64(),
});

/** Files of this machine: the local HighLevel serves them to the steps that take them. */
export function fileRoutes(app: FastifyInstance, { zapier }: Desk): void {
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
