import type { FastifyInstance, FastifyRequest } from 'fastify';

import { requireLocation } from '../http/access.ts';
import { badRequest, notFound } from '../http/errors.ts';
import { wav } from '../media.ts';
import type { Sandbox } from '../sandbox.ts';
import { isCallType } from '../state/channels.ts';
import type { Message, TranscriptSentence } from '../state/records.ts';
import { findMessage, param } from './find.ts';

const READ = { access: { scope: 'conversations/message.readonly' } };

function findCall(sandbox: Sandbox, request: FastifyRequest): Message {
  const locationId = requireLocation(request, param(request, 'locationId'));
  const message = findMessage(sandbox, request, param(request, 'messageId'));
  if (message.locationId !== locationId || !isCallType(message.messageType)) {
    throw badRequest('Message is not a call');
  }
  return message;
}

function transcriptOf(sandbox: Sandbox, request: FastifyRequest): readonly TranscriptSentence[] {
  const message = findCall(sandbox, request);
  if (!message.transcript) throw notFound('Transcription not found for this message');
  return message.transcript;
}

const clock = (ms: number): string =>
  `${String(Math.floor(ms / 60_000)).padStart(2, '0')}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`;

/** Sound and text of calls; 404 while there is none (yet). */
export function recordingRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get(
    '/conversations/messages/:messageId/locations/:locationId/recording',
    { config: READ },
    (request, reply) => {
      const message = findCall(sandbox, request);
      if (message.recordingSeconds === undefined) {
        throw notFound('Recording not found for this message');
      }
      return reply
        .type('audio/x-wav')
        .header('content-disposition', 'attachment; filename="audio.wav"')
        .send(wav(message.recordingSeconds));
    },
  );
  app.get(
    '/conversations/locations/:locationId/messages/:messageId/transcription',
    { config: READ },
    (request) => transcriptOf(sandbox, request),
  );
  app.get(
    '/conversations/locations/:locationId/messages/:messageId/transcription/download',
    { config: READ },
    (request, reply) => {
      const lines = transcriptOf(sandbox, request).map(
        ({ startTime, mediaChannel, transcript }) =>
          `[${clock(startTime)}] Speaker ${String(mediaChannel)}: ${transcript}`,
      );
      return reply
        .type('text/plain; charset=utf-8')
        .header('content-disposition', 'attachment; filename="transcription.txt"')
        .send(`${lines.join('\n')}\n`);
    },
  );
}
