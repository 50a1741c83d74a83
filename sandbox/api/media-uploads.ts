import { basename } from 'node:path';

import type { FastifyInstance } from 'fastify';

import { locationOf } from '../http/access.ts';
import { type Form, isForm } from '../http/bodies.ts';
import { badRequest, unprocessable, uploadRefused } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import { newObjectId } from '../state/ids.ts';
import { findFolder } from './media-library.ts';

/** What a file that is sent itself may have; one that is fetched may be larger. */
const MOST_BYTES = 25 * 1024 * 1024;
const FETCH_MS = 10_000;

const KEYS = ['file', 'hosted', 'fileUrl', 'name', 'parentId'];

interface Uploaded {
  name: string;
  contentType: string;
  bytes: Buffer;
}

/** Fetches a file of which the caller only has the URL. */
async function hostedFile(address: string): Promise<Uploaded> {
  if (!URL.canParse(address)) throw unprocessable(['fileUrl must be a URL address']);
  let answer: Response;
  try {
    answer = await fetch(address, { signal: AbortSignal.timeout(FETCH_MS) });
  } catch {
    throw badRequest('The file could not be downloaded');
  }
  if (!answer.ok) throw badRequest('The file could not be downloaded');
  return {
    name: basename(new URL(address).pathname),
    contentType: answer.headers.get('content-type') ?? 'application/octet-stream',
    bytes: Buffer.from(await answer.arrayBuffer()),
  };
}

/** The file of a form: in it, or at the address in it. */
async function uploadedFile({ values, files }: Form): Promise<Uploaded> {
  const [file] = files.file ?? [];
  if (file) {
    if (file.bytes.length > MOST_BYTES) throw uploadRefused(413, 'File size exceeds 25 MB');
    return file;
  }
  const [hosted] = values.hosted ?? [];
  const [fileUrl = ''] = values.fileUrl ?? [];
  if (hosted !== 'true') throw unprocessable(['file should not be empty']);
  if (fileUrl === '') throw unprocessable(['fileUrl should not be empty']);
  return await hostedFile(fileUrl);
}

/** Uploads to the media library, as a form. */
export function mediaUploadRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post(
    '/medias/upload-file',
    { config: { access: { scope: 'medias.write' } } },
    async (request) => {
      const { body } = request;
      if (!isForm(body)) throw badRequest('Multipart: Boundary not found');
      const unknown = Object.keys({ ...body.values, ...body.files }).filter(
        (key) => !KEYS.includes(key),
      );
      if (unknown.length > 0) {
        throw unprocessable(unknown.map((key) => `property ${key} should not exist`));
      }
      const locationId = locationOf(request);
      const [parentId = ''] = body.values.parentId ?? [];
      if (parentId !== '') findFolder(sandbox, locationId, parentId);
      const file = await uploadedFile(body);
      const [name = file.name] = body.values.name ?? [];
      const safe = basename(name).replace(/[^\w.-]/g, '_');
      const { contentType, bytes } = file;
      const id = newObjectId();
      const url = `/files/${id}/${safe}`;
      sandbox.store.files.add({ id, locationId, name: safe, contentType, bytes });
      sandbox.store.mediaFiles.add({
        id,
        locationId,
        type: 'file',
        name,
        url,
        ...(parentId !== '' && sandbox.settings.mediaFolders ? { parentId } : {}),
        size: bytes.length,
        contentType,
        dateAdded: sandbox.now(),
        dateUpdated: sandbox.now(),
      });
      return { fileId: id, url: sandbox.absolute(url) };
    },
  );
}
