import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { mediaFile, mediaFolder } from '../../resources/media_file.ts';
import type { RawRecord } from '../../resources/values.ts';
import { PAGE_SIZE } from '../operations/choices.ts';
import { altOf, defineRecords } from '../records/records.ts';
import { FIRST_OFFSET, nextOffset } from '../operations/pages.ts';

export type MediaFile = RecordOf<typeof mediaFile>;

const IN_LIBRARY = {
  many: 'files',
  isAlt: true,
  withLocation: ['list', 'create', 'delete'],
} as const;

const listed = defineRecords(mediaFile, { path: '/medias/files', ...IN_LIBRARY });

/** The files of the media library, as far as they are deleted; HighLevel reads none alone. */
export const mediaFiles = defineRecords(mediaFile, { path: '/medias', ...IN_LIBRARY });

/** Where something in the media library is looked for. */
export interface MediaCriteria {
  type: 'file' | 'folder';
  /** A name or part of it. */
  query?: string | undefined;
  /** A folder; everywhere without it. */
  parentId?: string | undefined;
}

/** A page of the media library and the token of the next one. */
export interface MediaPage {
  entries: MediaFile[];
  next: string | null;
}

/** A page of files or folders, the newest first. @param token of a page that this function gave before */
export async function mediaPage(
  z: ZObject,
  bundle: Bundle,
  { type, query, parentId }: MediaCriteria,
  token = FIRST_OFFSET,
): Promise<MediaPage> {
  const params: RawRecord = {
    type,
    query,
    parentId,
    // Without it, a list is of the top folder alone.
    fetchAll: parentId === undefined ? 'true' : undefined,
    sortBy: 'createdAt',
    sortOrder: 'desc',
    limit: String(PAGE_SIZE),
    offset: token,
  };
  const entries = await listed.list(z, bundle, params);
  return { entries, next: nextOffset(token, entries) };
}

/** Creates a folder. */
export function createFolder(
  z: ZObject,
  bundle: Bundle,
  body: { name: string; parentId?: string },
): Promise<RecordOf<typeof mediaFolder>> {
  const folders = defineRecords(mediaFolder, { path: '/medias/folder' });
  return folders.call(z, bundle, {
    method: 'POST',
    url: '/medias/folder',
    body: { ...altOf(bundle), ...body },
  });
}
