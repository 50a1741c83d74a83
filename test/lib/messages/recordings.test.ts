import { describe, expect, test } from '@jest/globals';
import nock from 'nock';
import type { Bundle, ZObject } from 'zapier-platform-core';

import * as hydrators from '../../../hydrators.ts';
import {
  downloadRecording,
  downloadTranscript,
  type CallReference,
} from '../../../lib/messages/recordings.ts';
import { highLevel, LOCATION_ID, runMethod } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';

const RECORDING = `/conversations/messages/m1ZbR4xVnL0shT7gK2mW/locations/${LOCATION_ID}/recording`;
const TRANSCRIPT = `/conversations/locations/${LOCATION_ID}/messages/m1ZbR4xVnL0shT7gK2mW/transcription/download`;
const CALL = {
  messageId: 'm1ZbR4xVnL0shT7gK2mW',
  contactId: 'k1ZbR4xVnL0shT7gK2mW',
  dateAdded: '2026-11-20T10:02:00.000Z',
};

const recording = (call: CallReference = CALL) =>
  runMethod((z: ZObject, bundle: Bundle) => downloadRecording(z, bundle, call));
const transcript = () =>
  runMethod((z: ZObject, bundle: Bundle) => downloadTranscript(z, bundle, CALL));
const contact = (more: object) =>
  highLevel()
    .get('/contacts/k1ZbR4xVnL0shT7gK2mW')
    .reply(200, { contact: { id: 'k1ZbR4xVnL0shT7gK2mW', ...more } });

describe('a recording', () => {
  test('is named by contact and time', async () => {
    highLevel()
      .get(RECORDING)
      .matchHeader('version', '2021-04-15')
      .reply(200, Buffer.from('RIFF'), { 'content-type': 'audio/x-wav' });
    contact({ name: 'Anna "A/B" Example' });
    expect(await recording()).toEqual({
      content: Buffer.from('RIFF'),
      contentType: 'audio/x-wav',
      name: 'Call with Anna  A B  Example 2026-11-20 10-02.wav',
    });
  });

  test('is named by the phone number of a contact without a name', async () => {
    highLevel().get(RECORDING).reply(200, 'ID3', { 'content-type': 'audio/mpeg; charset=utf-8' });
    contact({ phone: '+15550100123' });
    expect(await recording()).toMatchObject({
      name: 'Call with +15550100123 2026-11-20 10-02.mp3',
      contentType: 'audio/mpeg',
    });
  });

  test('has a plain name where nothing is known', async () => {
    highLevel().get(RECORDING).reply(200, 'RIFF', { 'content-type': 'audio/x-wav' });
    expect(await recording({ messageId: 'm1ZbR4xVnL0shT7gK2mW' })).toMatchObject({
      name: 'Call.wav',
    });
  });

  test.each([[400], [404], [422]])('is empty where HighLevel answers %i', async (status) => {
    highLevel().get(RECORDING).reply(status, { message: 'Recording not found' });
    expect(await runMethod(hydrators.recording, { inputData: CALL })).toBe('');
  });

  test("is read from HighLevel's store without the token", async () => {
    const store = 'https://storage.example.com';
    highLevel()
      .get(RECORDING)
      .reply(302, undefined, { location: `${store}/call.wav` });
    nock(store, { badheaders: ['authorization', 'version'] })
      .get('/call.wav')
      .reply(200, 'RIFF', { 'content-type': 'audio/x-wav' });
    expect(await recording({ messageId: 'm1ZbR4xVnL0shT7gK2mW' })).toMatchObject({
      name: 'Call.wav',
    });
  });

  test('is empty where HighLevel sends no sound', async () => {
    highLevel().get(RECORDING).reply(200, '');
    expect(await runMethod(hydrators.recording, { inputData: CALL })).toBe('');
  });

  test('comes later in an outage', async () => {
    highLevel().get(RECORDING).reply(503, 'Service Unavailable');
    expect(await failing(recording())).toMatchObject({ name: 'ThrottledError' });
  });

  test('has Zapier refresh an expired token', async () => {
    highLevel().get(RECORDING).reply(401, { message: 'Invalid JWT' });
    expect(await failing(recording())).toMatchObject({ name: 'RefreshAuthError' });
  });
});

describe('a transcript', () => {
  test('is a text file, named as the recording', async () => {
    highLevel().get(TRANSCRIPT).reply(200, 'Hello.', { 'content-type': 'text/plain' });
    contact({ firstName: 'Anna' });
    expect(await transcript()).toEqual({
      content: Buffer.from('Hello.'),
      contentType: 'text/plain',
      name: 'Transcript of call with Anna 2026-11-20 10-02.txt',
    });
  });

  test('is empty while there is none', async () => {
    highLevel().get(TRANSCRIPT).reply(404, { message: 'Transcription not found' });
    expect(await runMethod(hydrators.transcript, { inputData: CALL })).toBe('');
  });
});
