import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { transcriptionContent } from '../../resources/transcription.ts';
import { isRecord, toList, toNumber, toRecord, toText } from '../../resources/values.ts';
import { send, type ApiRequest } from '../http/client.ts';
import { path } from '../http/path.ts';
import { locationOf } from '../connection/location.ts';

/** How HighLevel answers where a call has no transcription, or none yet. */
const NONE = [400, 404, 422];

export type Transcription = RecordOf<typeof transcriptionContent>;

/** What was said in a call, or undefined where HighLevel has no text of it (yet). */
export async function readTranscription(
  z: ZObject,
  bundle: Bundle,
  messageId: string,
): Promise<Transcription | undefined> {
  return transcriptionIn(await send(z, transcriptionRequest(bundle, messageId)));
}

/** https://marketplace.gohighlevel.com/docs/ghl/conversations/get-message-transcription */
export function transcriptionRequest(bundle: Bundle, messageId: string): ApiRequest {
  return {
    url: path`/conversations/locations/${locationOf(bundle)}/messages/${messageId}/transcription`,
    expected: NONE,
    mayBeEmpty: true,
  };
}

/** What was said, from the answer to such a request. */
export function transcriptionIn(answer: {
  status: number;
  data: unknown;
}): Transcription | undefined {
  const sentences = NONE.includes(answer.status) ? [] : sentencesIn(answer.data);
  if (sentences.length === 0) return undefined;
  return transcriptionContent.parse({
    text: asDialogue(sentences),
    sentenceCount: sentences.length,
    sentences,
  });
}

interface Sentence {
  speaker: string | null;
  /** Seconds from the start of the call. */
  start: number | null;
  end: number | null;
  text: string | null;
  confidence: unknown;
}

/** The specification has one sentence; what comes is a list of them (highlevel-api-docs #263). */
function sentencesIn(data: unknown): Sentence[] {
  const wrapped = toRecord(data)['transcription'] ?? toRecord(data)['transcriptions'];
  return toList(wrapped ?? data)
    .filter(isRecord)
    .filter((raw) => toText(raw['transcript']))
    .toSorted((one, other) => order(one['sentenceIndex']) - order(other['sentenceIndex']))
    .map((raw) => {
      const channel = toText(raw['mediaChannel']);
      return {
        speaker: channel && `Speaker ${channel}`,
        start: inSeconds(raw['startTime']),
        end: inSeconds(raw['endTime']),
        text: toText(raw['transcript']),
        confidence: raw['confidence'],
      };
    });
}

function order(index: unknown): number {
  return toNumber(index) ?? 0;
}

/** HighLevel counts in milliseconds. */
function inSeconds(milliseconds: unknown): number | null {
  const number = toNumber(milliseconds);
  return number === null ? null : number / 1000;
}

/** A line for each turn: sentences of one speaker in a row stand together. */
function asDialogue(sentences: readonly Sentence[]): string {
  const turns: { speaker: string | null; texts: (string | null)[] }[] = [];
  for (const { speaker, text } of sentences) {
    const last = turns.at(-1);
    if (last?.speaker === speaker) last.texts.push(text);
    else turns.push({ speaker, texts: [text] });
  }
  return turns
    .map(({ speaker, texts }) => `${speaker ? `${speaker}: ` : ''}${texts.join(' ')}`)
    .join('\n');
}
