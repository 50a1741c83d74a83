import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { Deduplicator, hydrate, type LocalZapier } from '../../local/index.ts';
import { toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

let zapier: LocalZapier;

beforeAll(async () => {
  zapier = await sharedZapier();
});

beforeEach(async () => {
  await zapier.reset();
});

async function callOf(firstName: string, filters: RawRecord = {}): Promise<RawRecord> {
  const { id } = await zapier.sandbox.record('contacts', { firstName });
  const [call] = await zapier.search('find_message', {
    contactId: id,
    channel: 'call',
    ...filters,
  });
  return call ?? {};
}

const fetched = async (record: RawRecord | undefined) =>
  toRecord(await hydrate(zapier.app, record, { bundle: { authData: zapier.authData } }));

describe('A call', () => {
  test('gives its recording as a file named by contact and date', async () => {
    const { id } = await callOf('Rafael', { direction: 'inbound' });

    const [recording] = await zapier.search('find_recording', { messageId: id });

    expect(recording).toMatchObject({ id, outcome: 'answered', callDuration: 14 });
    const { recordingFile } = await fetched(recording);
    const file = zapier.app.rpc.file(toText(recordingFile) ?? '');
    expect(file).toMatchObject({
      name: expect.stringMatching(/^Call with Rafael Duarte \d{4}-\d\d-\d\d \d\d-\d\d\.wav$/),
    });
  });

  test('without a recording has an empty file', async () => {
    const { id } = await callOf('Rafael', { direction: 'outbound' });

    const [recording] = await zapier.search('find_recording', { messageId: id });

    expect(await fetched(recording)).toMatchObject({ id, outcome: 'missed', recordingFile: '' });
  });

  test('gives what was said, in seconds, and as a file', async () => {
    const { id } = await callOf('Rafael', { direction: 'inbound' });

    const [transcription] = await zapier.search('find_transcription', { messageId: id });

    expect(transcription).toMatchObject({
      id,
      isReady: true,
      sentenceCount: 4,
      text: expect.stringMatching(/^Speaker 1: Harbour Dental.*\nSpeaker 2: Hello, this is Rafael/),
    });
    expect(transcription?.['sentences']).toContainEqual(
      expect.objectContaining({ speaker: 'Speaker 2', start: 3.5, end: 6.5 }),
    );
    const { file } = await fetched(transcription);
    expect(zapier.app.rpc.file(toText(file) ?? '')).toMatchObject({
      name: expect.stringMatching(/^Transcript of call with Rafael Duarte .*\.txt$/),
    });
  });

  test('whose text is not ready yet is empty, not an error', async () => {
    const { id } = await callOf('Ingrid', { direction: 'outbound' });

    await expect(zapier.search('find_transcription', { messageId: id })).resolves.toMatchObject([
      { id, isReady: false, text: null, sentences: [], file: null },
    ]);
  });

  test('starts a Zap once, when its text is ready', async () => {
    const { id } = await callOf('Ingrid', { direction: 'outbound' });
    const zap = new Deduplicator();
    zap.populate(await zapier.poll('transcription_ready'));
    expect(zap.take(await zapier.poll('transcription_ready'))).toEqual([]);

    await zapier.sandbox.post(`/messages/${toText(id) ?? ''}/transcript`, {
      transcript: ['Hello Ingrid, about the invoice.', 'Thank you for calling back.'],
    });
    const [first, ...others] = zap.take(await zapier.poll('transcription_ready'));
    const again = zap.take(await zapier.poll('transcription_ready'));

    expect(others).toEqual([]);
    expect(again).toEqual([]);
    expect(await fetched(first)).toMatchObject({
      id,
      contact: { name: 'Ingrid Solberg' },
      transcription: {
        text: 'Speaker 1: Hello Ingrid, about the invoice.\nSpeaker 2: Thank you for calling back.',
      },
    });
  });

  test('a poll lists once and reads ten at most', async () => {
    const { conversationId } = await callOf('Rafael');
    for (let index = 0; index < 15; index += 1) {
      await zapier.sandbox.post('/messages', {
        conversationId,
        channel: 'Call',
        call: { duration: 60, status: 'completed' },
      });
    }
    await zapier.sandbox.delete('/requests');

    await zapier.poll('transcription_ready');

    const requests = await zapier.sandbox.list('/requests');
    const paths = requests.map(({ path }) => toText(path) ?? '');
    expect(paths.filter((path) => path.endsWith('/export'))).toHaveLength(1);
    expect(paths.filter((path) => path.endsWith('/transcription'))).toHaveLength(10);
    expect(paths).toHaveLength(11);
  });
});
