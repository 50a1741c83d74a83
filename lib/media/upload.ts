import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { uploadedFile } from '../../resources/media_file.ts';
import { toRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { isOversized, nameOf, type DownloadedFile } from '../http/files.ts';
import { downloadForUpload, filePart, MEGABYTE, postForm } from '../http/uploads.ts';
import { mediaPage } from './library.ts';

/** HighLevel takes a larger file only as its URL. */
const LARGEST = 25 * MEGABYTE;

/** A file for the media library. */
export interface MediaUpload {
  /** Its URL. */
  file: string;
  name?: string;
  parentId?: string;
}

/**
 * Puts a file into the media library. One above 25 MB is not sent: HighLevel fetches it from its URL.
 * Sent twice it would be there twice.
 */
export async function uploadToLibrary(
  z: ZObject,
  bundle: Bundle,
  { file: url, name, parentId }: MediaUpload,
): Promise<RecordOf<typeof uploadedFile>> {
  const file = await smallFile(z, url);
  const title = named(name, file?.name ?? nameOf(url));
  const form = new FormData();
  if (file) form.set('file', filePart(file), file.name);
  else {
    form.set('hosted', 'true');
    form.set('fileUrl', url);
  }
  form.set('name', title);
  if (parentId !== undefined) form.set('parentId', parentId);
  const { data } = await postForm(z, { url: '/medias/upload-file', form, repeatable: false });
  const uploaded = uploadedFile.parse({
    locationId: locationOf(bundle),
    name: title,
    ...toRecord(data),
  });
  if (parentId === undefined) return uploaded;
  const isInFolder = await isIn(z, bundle, parentId, uploaded.id).catch(() => null);
  return { ...uploaded, isInFolder, folderId: isInFolder === true ? parentId : null };
}

/** The file, checked; undefined for one that HighLevel has to fetch itself. */
async function smallFile(z: ZObject, url: string): Promise<DownloadedFile | undefined> {
  try {
    const [file] = await downloadForUpload(z, [url], { largest: LARGEST });
    return file;
  } catch (error) {
    if (isOversized(error)) return undefined;
    throw error;
  }
}

/** The name that a person gave, with the ending of the file where it has none. */
function named(given: string | undefined, original: string): string {
  if (given === undefined) return original;
  const ending = /\.[a-z\d]{1,5}$/i;
  return ending.test(given) ? given : given + (ending.exec(original)?.[0] ?? '');
}

/** Whether HighLevel put a new file into the folder: it has been reported to ignore it. */
async function isIn(
  z: ZObject,
  bundle: Bundle,
  parentId: string,
  fileId: string,
): Promise<boolean> {
  const { entries } = await mediaPage(z, bundle, { type: 'file', parentId });
  return entries.some(({ id }) => id === fileId);
}
