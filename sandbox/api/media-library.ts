import type { FastifyInstance, FastifyRequest } from 'fastify';

import { ALT, digitsText, requireAlt } from '../http/alt.ts';
import { badRequest, type Json, notFound } from '../http/errors.ts';
import {
  between,
  booleanText,
  listOf,
  nested,
  oneOf,
  readBody,
  readQuery,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newObjectId } from '../state/ids.ts';
import type { MediaFile } from '../state/media-files.ts';
import { param } from './find.ts';
import { iso } from './views.ts';

const READ = { access: { scope: 'medias.readonly' } };
const WRITE = { access: { scope: 'medias.write' } };

/** A file or a folder in a list. */
const mediaRow = (sandbox: Sandbox, file: MediaFile): Json => ({
  _id: file.id,
  altId: file.locationId,
  altType: 'location',
  name: file.name,
  parentId: file.parentId ?? null,
  type: file.type,
  ...(file.url === undefined
    ? {}
    : { url: sandbox.absolute(file.url), path: file.url.slice(1), contentType: file.contentType }),
  size: file.size,
  createdAt: iso(file.dateAdded),
  updatedAt: iso(file.dateUpdated),
});

const folderDetail = (folder: MediaFile): Json => ({
  _id: folder.id,
  altId: folder.locationId,
  altType: 'location',
  name: folder.name,
  parentId: folder.parentId ?? null,
  type: 'folder',
  deleted: false,
  pendingUpload: false,
  isPrivate: false,
  relocatedFolder: false,
  migrationCompleted: true,
  appFolder: false,
  isEssential: false,
});

function find(sandbox: Sandbox, locationId: string, id: string): MediaFile {
  const file = sandbox.store.mediaFiles.get(id);
  if (file?.locationId !== locationId) throw notFound(`File with id ${id} not found`);
  return file;
}

/** The folder that something is put into; 400 for what is none. */
export function findFolder(sandbox: Sandbox, locationId: string, id: string): MediaFile {
  const folder = sandbox.store.mediaFiles.get(id);
  if (folder?.locationId !== locationId || folder.type !== 'folder') {
    throw badRequest(`Folder with id ${id} not found`);
  }
  return folder;
}

/** Removes a file, or a folder with what is in it. */
function remove(sandbox: Sandbox, file: MediaFile): void {
  sandbox.store.mediaFiles.delete(file.id);
  for (const inner of sandbox.store.mediaFiles.filter(({ parentId }) => parentId === file.id)) {
    remove(sandbox, inner);
  }
}

const FIELDS = {
  createdAt: (file: MediaFile) => file.dateAdded,
  updatedAt: (file: MediaFile) => file.dateUpdated,
  name: (file: MediaFile) => file.name.toLowerCase(),
  size: (file: MediaFile) => file.size,
} as const;

const QUERY = {
  ...ALT,
  sortBy: oneOf(['createdAt', 'updatedAt', 'name', 'size']),
  sortOrder: oneOf(['asc', 'desc']),
  type: oneOf(['file', 'folder']),
};

function listFiles(sandbox: Sandbox, request: FastifyRequest): Json {
  const query = readQuery(request.query, QUERY, {
    query: string,
    parentId: string,
    fetchAll: booleanText,
    offset: between(0, Number.MAX_SAFE_INTEGER, digitsText),
    limit: between(1, 1000, digitsText),
  });
  const locationId = requireAlt(request, query);
  const { query: wanted = '', parentId, fetchAll = false, offset = 0, limit = 50 } = query;
  const valueOf = FIELDS[query.sortBy];
  const sign = query.sortOrder === 'asc' ? 1 : -1;
  const found = sandbox.store.mediaFiles
    .filter(
      (one) =>
        one.locationId === locationId &&
        one.type === query.type &&
        // A search looks into every folder; without one a list is of one folder, or of the top.
        (fetchAll || wanted !== '' || one.parentId === parentId) &&
        one.name.toLowerCase().includes(wanted.toLowerCase()),
    )
    .sort((a, b) => {
      const [left, right] = [valueOf(a), valueOf(b)];
      return sign * (left < right ? -1 : left > right ? 1 : 0);
    });
  return { files: found.slice(offset, offset + limit).map((one) => mediaRow(sandbox, one)) };
}

/** The media library: its files and folders. Uploads are in `media-uploads.ts`. */
export function mediaLibraryRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/medias/files', { config: READ }, (request) => listFiles(sandbox, request));

  app.post('/medias/folder', { config: WRITE }, (request) => {
    const body = readBody(request.body, { ...ALT, name: string }, { parentId: string });
    const locationId = requireAlt(request, body);
    const { name, parentId } = body;
    if (parentId !== undefined) findFolder(sandbox, locationId, parentId);
    const now = sandbox.now();
    const folder = sandbox.store.mediaFiles.add({
      id: newObjectId(),
      locationId,
      type: 'folder',
      name,
      ...(parentId === undefined ? {} : { parentId }),
      size: 0,
      dateAdded: now,
      dateUpdated: now,
    });
    return folderDetail(folder);
  });

  app.post('/medias/:id', { config: WRITE }, (request) => {
    const body = readBody(request.body, { ...ALT, name: string }, {});
    const file = find(sandbox, requireAlt(request, body), param(request, 'id'));
    Object.assign(file, { name: body.name, dateUpdated: sandbox.now() });
    return mediaRow(sandbox, file);
  });

  app.put('/medias/update-files', { config: WRITE }, (request) => {
    const change = nested({ id: string }, { name: string });
    const body = readBody(request.body, { ...ALT, filesToBeUpdated: listOf(change) }, {});
    const locationId = requireAlt(request, body);
    const planned = body.filesToBeUpdated.map(({ id, ...named }) => ({
      file: find(sandbox, locationId, id),
      named,
    }));
    for (const { file, named } of planned) {
      Object.assign(file, named, { dateUpdated: sandbox.now() });
    }
    return {};
  });

  app.put('/medias/delete-files', { config: WRITE }, (request) => {
    const body = readBody(
      request.body,
      {
        ...ALT,
        filesToBeDeleted: listOf(nested({ _id: string }, {})),
        status: oneOf(['deleted', 'trashed']),
      },
      {},
    );
    const locationId = requireAlt(request, body);
    const files = body.filesToBeDeleted.map(({ _id }) => find(sandbox, locationId, _id));
    for (const file of files) remove(sandbox, file);
    return {};
  });

  app.delete('/medias/:id', { config: WRITE }, (request) => {
    const locationId = requireAlt(request, readQuery(request.query, ALT, {}));
    remove(sandbox, find(sandbox, locationId, param(request, 'id')));
    return {};
  });
}
