import { randomUUID } from 'node:crypto';

import type { Bundle, ZObject } from 'zapier-platform-core';

import { contact } from '../../resources/contact.ts';
import { contactFiles } from '../../resources/contact_files.ts';
import { toRecord, toTexts } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import {
  downloadForUpload,
  filePart,
  MEGABYTE,
  postForm,
  typesOf,
  type AcceptedFiles,
} from '../http/uploads.ts';

const LARGEST = 50 * MEGABYTE;

/** What HighLevel takes: https://marketplace.gohighlevel.com/docs/ghl/forms/upload-to-custom-fields */
const ACCEPTED: AcceptedFiles = {
  largest: LARGEST,
  together: LARGEST,
  types: typesOf(
    'pdf',
    'docx',
    'doc',
    'jpg',
    'jpeg',
    'png',
    'gif',
    'csv',
    'xlsx',
    'xls',
    'mp4',
    'mpeg',
    'zip',
    'rar',
    'txt',
    'svg',
  ),
};

/** Where files go, and the files by their URLs. */
export interface ContactFilesInput {
  contactId: string;
  customFieldId: string;
  files: readonly string[];
}

/**
 * Puts files into a custom field of a contact, in one request after all of them were read and checked.
 * Sent twice they would be there twice.
 */
export async function uploadFilesToContact(
  z: ZObject,
  bundle: Bundle,
  { contactId, customFieldId, files }: ContactFilesInput,
) {
  const downloaded = await downloadForUpload(z, files, ACCEPTED);
  const form = new FormData();
  for (const file of downloaded) {
    // HighLevel tells the files of a field apart by an ID that it is given.
    form.set(`${customFieldId}_${randomUUID()}`, filePart(file), file.name);
  }
  const { data } = await postForm(z, {
    url: '/forms/upload-custom-files',
    params: { contactId, locationId: locationOf(bundle) },
    form,
    repeatable: false,
  });
  const answer = toRecord(data);
  const { name, link, custom } = contact.parse({
    id: contactId,
    locationId: locationOf(bundle),
    ...toRecord(answer['contact'] ?? answer),
  });
  const urls = toTexts(custom[customFieldId]);
  return contactFiles.parse({
    id: contactId,
    name,
    link,
    customFieldId,
    uploaded: downloaded.map((file) => file.name),
    uploadedCount: downloaded.length,
    fileUrls: urls,
    fileCount: urls.length,
  });
}
