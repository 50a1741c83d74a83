import { randomUUID } from 'node:crypto';
import { basename, extname } from 'node:path';

import type { FastifyInstance } from 'fastify';

import { requireLocation } from '../http/access.ts';
import { isForm } from '../http/bodies.ts';
import { ApiError, badRequest, notFound, unprocessable, uploadRefused } from '../http/errors.ts';
import { number, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newId } from '../state/ids.ts';
import { findConversation } from './find.ts';

const WRITE = { access: { scope: 'conversations/message.write' } };

const TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.mp4': 'video/mp4',
  '.mpeg': 'video/mpeg',
  '.zip': 'application/zip',
  '.rar': 'application/vnd.rar',
  '.pdf': 'application/pdf',
  '.doc': 'application/msword',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.txt': 'text/plain',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};
const WHATSAPP_BYTES = 100 * 1024 * 1024;
const LINK_MS = 15 * 60_000;

const KNOWN_FIELDS = [
  'conversationId',
  'contactId',
  'locationId',
  'attachmentUrls',
  'chatServiceSid',
  'isGroupSms',
];

function contentTypeOf(name: string): string {
  const type = TYPES[extname(name).toLowerCase()];
  if (type === undefined) throw uploadRefused(415, `Unsupported file type: ${extname(name)}`);
  return type;
}

function store(sandbox: Sandbox, locationId: string, name: string, bytes: Buffer): string {
  const id = newId();
  const safe = basename(name).replace(/[^\w.-]/g, '_');
  const contentType = contentTypeOf(name);
  sandbox.store.files.add({ id, locationId, name: safe, contentType, bytes });
  return sandbox.absolute(`/files/${id}/${safe}`);
}

function directUpload(sandbox: Sandbox, app: FastifyInstance): void {
  app.post('/conversations/messages/upload', { config: WRITE }, (request) => {
    const { body } = request;
    if (!isForm(body)) throw badRequest('Multipart: Boundary not found');
    const problems: string[] = [];
    for (const key of ['conversationId', 'contactId', 'locationId']) {
      if ((body.values[key]?.[0] ?? '') === '') problems.push(`${key} should not be empty`);
    }
    for (const key of [...Object.keys(body.values), ...Object.keys(body.files)]) {
      const known = KNOWN_FIELDS.includes(key.replace(/\[\d*\]$/, '')) || key === 'fileAttachment';
      if (!known) problems.push(`property ${key} should not exist`);
    }
    if (problems.length > 0) throw unprocessable(problems);
    const locationId = requireLocation(request, body.values.locationId?.[0] ?? '');
    const conversation = sandbox.store.conversations.get(body.values.conversationId?.[0] ?? '');
    // A conversation that does not exist is answered with 500 (highlevel-api-docs #39).
    if (conversation?.locationId !== locationId) {
      throw new ApiError(500, { message: 'Internal server error' });
    }
    const urls = Object.entries(body.values).flatMap(([key, values]) =>
      key.startsWith('attachmentUrls') ? values : [],
    );
    const files = body.files.fileAttachment ?? [];
    if (files.length === 0 && urls.length === 0) throw badRequest('No file attached');
    const uploadedFiles: Record<string, string> = {};
    for (const file of files) {
      contentTypeOf(file.name);
      if (file.bytes.length > sandbox.settings.uploadBytes) {
        throw uploadRefused(413, 'File too large');
      }
      uploadedFiles[file.name] = store(sandbox, locationId, file.name, file.bytes);
    }
    for (const url of urls) {
      if (!URL.canParse(url)) throw badRequest('each value in attachmentUrls must be a URL');
      const name = basename(new URL(url).pathname);
      contentTypeOf(name);
      uploadedFiles[name] = url;
    }
    return { uploadedFiles };
  });
}

function signedUpload(sandbox: Sandbox, app: FastifyInstance): void {
  app.post('/conversations/messages/upload/initiate', { config: WRITE }, (request) => {
    const body = readBody(
      request.body,
      {
        locationId: string,
        conversationId: string,
        filename: string,
        contentType: string,
        channel: string,
      },
      { fileSize: number },
    );
    requireLocation(request, body.locationId);
    findConversation(sandbox, request, body.conversationId);
    contentTypeOf(body.filename);
    const maxFileSize = body.channel === 'WHATSAPP' ? WHATSAPP_BYTES : sandbox.settings.uploadBytes;
    if ((body.fileSize ?? 0) > maxFileSize) {
      throw uploadRefused(413, `File size exceeds the limit of ${String(maxFileSize)} bytes`);
    }
    const id = randomUUID();
    const filePath = `location/${body.locationId}/conversations/${body.conversationId}/${id}${extname(body.filename)}`;
    const upload = sandbox.store.uploads.add({
      id,
      locationId: body.locationId,
      conversationId: body.conversationId,
      filename: body.filename,
      contentType: body.contentType,
      filePath,
      maxFileSize,
      expiresAt: sandbox.now() + LINK_MS,
    });
    return {
      uploadUrl: sandbox.absolute(`/uploads/${id}?signature=${newId()}`),
      uploadId: id,
      filePath,
      expiresAt: upload.expiresAt,
      maxFileSize,
    };
  });

  app.put('/uploads/:id', (request, reply) => {
    const { id } = readBody(request.params, { id: string }, {});
    const upload = sandbox.store.uploads.get(id);
    if (!upload || upload.expiresAt <= sandbox.now()) throw notFound('Upload not found');
    if (request.headers['content-type'] !== upload.contentType) {
      throw new ApiError(403, { message: 'SignatureDoesNotMatch' });
    }
    const bytes = Buffer.isBuffer(request.body)
      ? request.body
      : Buffer.from(typeof request.body === 'string' ? request.body : '');
    if (bytes.length > upload.maxFileSize) throw uploadRefused(413, 'EntityTooLarge');
    upload.bytes = bytes;
    void reply.code(200).send();
  });

  app.post('/conversations/messages/upload/complete', { config: WRITE }, (request) => {
    const body = readBody(
      request.body,
      {
        uploadId: string,
        filePath: string,
        locationId: string,
        conversationId: string,
        filename: string,
      },
      {},
    );
    requireLocation(request, body.locationId);
    const upload = sandbox.store.uploads.get(body.uploadId);
    const uploaded =
      upload?.filePath === body.filePath &&
      upload.locationId === body.locationId &&
      upload.expiresAt > sandbox.now()
        ? upload.bytes
        : undefined;
    if (!upload || !uploaded) throw notFound('File not found in storage');
    const url = store(sandbox, body.locationId, body.filename, uploaded);
    sandbox.store.uploads.delete(upload.id);
    return {
      uploadedFiles: { [body.filename]: url },
      metadata: { size: uploaded.length, contentType: upload.contentType },
    };
  });
}

/** Files for messages: one multipart call, or initiate, PUT of the bytes, complete. */
export function uploadRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  directUpload(sandbox, app);
  signedUpload(sandbox, app);
}
