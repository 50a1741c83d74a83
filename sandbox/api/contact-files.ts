import { randomUUID } from 'node:crypto';
import { basename, extname } from 'node:path';

import type { FastifyInstance } from 'fastify';

import { requireLocation } from '../http/access.ts';
import { type FormFile, isForm } from '../http/bodies.ts';
import { badRequest } from '../http/errors.ts';
import { readQuery, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newId } from '../state/ids.ts';
import type { Contact, CustomField } from '../state/records.ts';
import { contactEvent } from '../webhooks/events.ts';
import { findContact } from './find.ts';
import { contactDetail } from './views.ts';

const MOST_BYTES = 50 * 1024 * 1024;

const ENDINGS = /^\.(pdf|docx|doc|jpg|jpeg|png|gif|csv|xlsx|xls|mp4|mpeg|zip|rar|txt|svg)$/i;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The field that a part is for: its name is the field's id, `_` and an id of the file's own. */
function fieldOf(sandbox: Sandbox, contact: Contact, part: string): CustomField {
  const [id = '', own] = part.split('_');
  const field = sandbox.store.customFields.get(id);
  if (own === undefined || field?.locationId !== contact.locationId) {
    throw badRequest(`No custom field for the file ${part}`);
  }
  if (field.dataType !== 'FILE_UPLOAD') {
    throw badRequest(`Custom field ${field.name} does not accept files`);
  }
  return field;
}

/** Stores a file and puts it into the contact's field, beside those that are there. */
function attach(sandbox: Sandbox, contact: Contact, field: CustomField, file: FormFile): void {
  if (!ENDINGS.test(extname(file.name))) {
    throw badRequest(`Unsupported file type: ${extname(file.name)}`);
  }
  if (file.bytes.length > MOST_BYTES) throw badRequest('File size exceeds the limit of 50 MB');
  const before = contact.customFields.find(({ id }) => id === field.id)?.value;
  const files: Record<string, unknown> = isRecord(before)
    ? { ...before }
    : Object.fromEntries((Array.isArray(before) ? before : []).map((one) => [randomUUID(), one]));
  const most = field.isMultipleFile === true ? (field.maxNumberOfFiles ?? Infinity) : 1;
  if (Object.keys(files).length >= most) {
    throw badRequest(`Custom field ${field.name} accepts ${String(most)} files at most`);
  }
  const id = newId();
  const name = basename(file.name).replace(/[^\w.-]/g, '_');
  sandbox.store.files.add({
    id,
    locationId: contact.locationId,
    name,
    contentType: file.contentType,
    bytes: file.bytes,
  });
  files[randomUUID()] = {
    url: `/files/${id}/${name}`,
    meta: { originalname: file.name, size: file.bytes.length, mimetype: file.contentType },
    documentId: id,
  };
  contact.customFields = [
    ...contact.customFields.filter((one) => one.id !== field.id),
    { id: field.id, value: files },
  ];
}

/** Files in custom fields of a contact. Its tab of documents is not in the API. */
export function contactFileRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post(
    '/forms/upload-custom-files',
    { config: { access: { scope: 'forms.write' } } },
    (request) => {
      const query = readQuery(request.query, { contactId: string, locationId: string }, {});
      requireLocation(request, query.locationId);
      const contact = findContact(sandbox, request, query.contactId);
      const { body } = request;
      if (!isForm(body)) throw badRequest('Multipart: Boundary not found');
      const parts = Object.entries(body.files);
      if (parts.length === 0) throw badRequest('No file attached');
      const planned = parts.flatMap(([part, files]) => {
        const field = fieldOf(sandbox, contact, part);
        return files.map((file) => ({ field, file }));
      });
      for (const { field, file } of planned) attach(sandbox, contact, field, file);
      contact.dateUpdated = sandbox.now();
      sandbox.webhooks.fire(contactEvent(sandbox, 'ContactUpdate', contact));
      return { contact: contactDetail(sandbox, contact) };
    },
  );
}
