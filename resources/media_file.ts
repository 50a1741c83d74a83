import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, file, id, integer, lead, text, yesNo } from './fields.ts';
import type { RawRecord } from './values.ts';

const ID_EXAMPLE = '64af50c42d567a3b4f5989e0';
const URL_EXAMPLE = 'https://storage.example.com/media/price-list.pdf';

/** A file in the media library. */
export const mediaFile = defineResource('file', () => z.object(fileWords()), readMedia);

/** A file that a step put there: HighLevel sometimes leaves it outside of the folder. */
export const uploadedFile = defineResource(
  'uploaded media file',
  () =>
    z.object({
      name: lead(text('Name', 'Price list.pdf')),
      url: lead(file('URL', URL_EXAMPLE)),
      isInFolder: yesNo('Is in Folder', true),
      folderId: text('Folder ID', '64af50c42d567a3b4f5989e1'),
      id: id('File ID', ID_EXAMPLE),
      locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
    }),
  readMedia,
);

/** A folder of the media library. */
export const mediaFolder = defineResource(
  'folder',
  () =>
    z.object({
      name: lead(text('Name', 'Brochures')),
      parentId: text('Parent Folder ID', '64af50c42d567a3b4f5989e2'),
      id: id('Folder ID', '64af50c42d567a3b4f5989e1'),
      locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
    }),
  readMedia,
);

function fileWords() {
  return {
    name: lead(text('Name', 'Price list.pdf')),
    url: lead(file('URL', URL_EXAMPLE)),
    contentType: text('Content Type', 'application/pdf'),
    size: integer('Size', 20_480),
    parentId: text('Folder ID', '64af50c42d567a3b4f5989e1'),
    path: text('Path', 'media/price-list.pdf'),
    createdAt: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
    updatedAt: dateTime('Updated At', '2026-11-21T15:40:00.000Z'),
    id: id('File ID', ID_EXAMPLE),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  };
}

function readMedia(raw: RawRecord): RawRecord {
  return { ...raw, id: raw['id'] ?? raw['_id'] ?? raw['fileId'] };
}
