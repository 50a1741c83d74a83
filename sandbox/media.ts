import type { FastifyInstance } from 'fastify';

import { param } from './api/find.ts';
import { notFound } from './http/errors.ts';
import type { Sandbox } from './sandbox.ts';

const RATE = 8000;

/** A WAV of the given length: 16 bit mono, 8 kHz, two soft tones as on a telephone line. */
export function wav(seconds: number): Buffer {
  const samples = Math.round(seconds * RATE);
  const bytes = Buffer.alloc(44 + samples * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + samples * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples * 2, 40);
  for (let index = 0; index < samples; index += 1) {
    const time = index / RATE;
    const sound = Math.sin(2 * Math.PI * 440 * time) + Math.sin(2 * Math.PI * 350 * time);
    bytes.writeInt16LE(Math.round(sound * 4000), 44 + index * 2);
  }
  return bytes;
}

/** A small valid PNG: one grey pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** A PDF of one empty page. */
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** A JPEG of one grey pixel. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
  'base64',
);

/** One silent frame of MPEG audio. */
const MP3 = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]);

/** A ZIP archive with nothing in it. */
const ZIP = Buffer.concat([Buffer.from([0x50, 0x4b, 0x05, 0x06]), Buffer.alloc(18)]);

/**
 * Files that seeded messages refer to, and some of the types that were seen at addresses without an
 * ending.
 */
const SEEDED: Readonly<Record<string, { contentType: string; bytes: Buffer }>> = {
  'leaking-tap.png': { contentType: 'image/png', bytes: PNG },
  'price-list.pdf': { contentType: 'application/pdf', bytes: PDF },
  photo: { contentType: 'image/jpg', bytes: JPEG },
  'photo-progressive': { contentType: 'image/pjpeg', bytes: JPEG },
  song: { contentType: 'audio/mp3', bytes: MP3 },
  'phone-call': { contentType: 'audio/x-wav', bytes: wav(0.1) },
  'voice-note': { contentType: 'audio/wave', bytes: wav(0.1) },
  archive: { contentType: 'application/x-zip-compressed', bytes: ZIP },
};

/** Serves attachments, as the public storage behind HighLevel does: no token is asked for. */
export function mediaRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/files/seed/:name', (request, reply) => {
    const found = SEEDED[param(request, 'name')];
    if (!found) throw notFound('File not found');
    return reply.type(found.contentType).send(found.bytes);
  });
  app.get('/files/recordings/:name', (request, reply) => {
    const message = sandbox.store.messages.get(param(request, 'name').replace(/\.wav$/, ''));
    if (message?.recordingSeconds === undefined) throw notFound('File not found');
    return reply.type('audio/x-wav').send(wav(message.recordingSeconds));
  });
  app.get('/files/:id/*', (request, reply) => {
    const file = sandbox.store.files.get(param(request, 'id'));
    if (!file) throw notFound('File not found');
    const { contentDisposition = `inline; filename="${file.name}"` } = file;
    if (contentDisposition !== null) {
      // As bytes: HTTP carries them as they are, Node takes them as characters up to 255.
      const bytes = Buffer.from(contentDisposition).toString('latin1');
      void reply.header('content-disposition', bytes);
    }
    return reply.header('content-type', file.contentType).send(file.bytes);
  });
}
