import { Busboy } from '@fastify/busboy';
import type { FastifyInstance } from 'fastify';

import { badRequest } from './errors.ts';

/** A file of a multipart form. */
export interface FormFile {
  name: string;
  contentType: string;
  bytes: Buffer;
}

/** A multipart form: text values, each possibly repeated, and files. */
export interface Form {
  values: Record<string, string[]>;
  files: Record<string, FormFile[]>;
}

export const isForm = (body: unknown): body is Form =>
  typeof body === 'object' && body !== null && 'values' in body && 'files' in body;

function readForm(bytes: Buffer, contentType: string): Promise<Form> {
  return new Promise((resolve, reject) => {
    const form: Form = { values: {}, files: {} };
    const parser = new Busboy({ headers: { 'content-type': contentType } });
    parser.on('field', (key, value) => {
      (form.values[key] ??= []).push(value);
    });
    parser.on('file', (key, stream, name, _encoding, type) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
      });
      stream.on('end', () => {
        (form.files[key] ??= []).push({ name, contentType: type, bytes: Buffer.concat(chunks) });
      });
    });
    parser.on('finish', () => {
      resolve(form);
    });
    parser.on('error', reject);
    parser.end(bytes);
  });
}

/** JSON (an empty body counts as none), forms, and raw bytes for signed upload addresses. */
export function acceptBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') {
      done(null, undefined);
      return;
    }
    try {
      const parsed: unknown = JSON.parse(body.toString());
      done(null, parsed);
    } catch (error) {
      done(badRequest(error instanceof Error ? error.message : 'Invalid JSON'));
    }
  });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      const values = new URLSearchParams(body.toString());
      done(
        null,
        Object.fromEntries(
          [...new Set(values.keys())].map((key) => {
            const all = values.getAll(key);
            return [key, all.length > 1 ? all : all[0]];
          }),
        ),
      );
    },
  );
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer' },
    async (request: { headers: { 'content-type'?: string } }, body: Buffer) => {
      try {
        return await readForm(body, request.headers['content-type'] ?? '');
      } catch {
        throw badRequest('Multipart: Boundary not found');
      }
    },
  );
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
}
