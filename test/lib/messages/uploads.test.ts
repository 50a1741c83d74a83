import { describe, expect, test } from '@jest/globals';
import nock from 'nock';
import type { Bundle, ZObject } from 'zapier-platform-core';

import {
  checkUpload,
  downloadAttachments,
  largestUpload,
  uploadFile,
} from '../../../lib/messages/uploads.ts';
import { toList, toRecord } from '../../../resources/values.ts';
import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { failing, readFailure } from '../../support/failure.ts';

const MEGABYTE = 1024 * 1024;
const CONTENT = Buffer.from('bytes');

describe('A file is taken', () => {
  test.each([
    ['photo.jpg', 'application/octet-stream', 'photo.jpg', 'image/jpeg'],
    ['PHOTO.JPEG', 'image/png', 'PHOTO.JPEG', 'image/jpeg'],
    ['call.wav', 'audio/x-wav', 'call.wav', 'audio/wav'],
    ['photo', 'image/jpg', 'photo.jpg', 'image/jpeg'],
    ['photo', 'image/pjpeg', 'photo.jpg', 'image/jpeg'],
    ['song', 'audio/mp3', 'song.mp3', 'audio/mpeg'],
    ['recording', 'audio/x-wav', 'recording.wav', 'audio/wav'],
    ['recording', 'audio/wave', 'recording.wav', 'audio/wav'],
    ['archive', 'application/x-zip-compressed', 'archive.zip', 'application/zip'],
    ['offer', 'application/pdf', 'offer.pdf', 'application/pdf'],
    ['download.php', 'application/pdf', 'download.php.pdf', 'application/pdf'],
    ['report.v2', 'text/plain', 'report.v2.txt', 'text/plain'],
  ])('%s, served as %s', (name, type, asName, asType) => {
    expect(checkUpload({ name, contentType: type, content: CONTENT }, 'sms')).toEqual({
      name: asName,
      contentType: asType,
      content: CONTENT,
    });
  });
});

describe('A file is refused', () => {
  function refusal(name: string, contentType: string, content = CONTENT, channel = 'sms') {
    try {
      checkUpload({ name, contentType, content }, channel);
    } catch (error) {
      if (error instanceof Error) return readFailure(error);
    }
    throw new Error('It was taken.');
  }

  test('for a web page in the place of a file', () => {
    expect(refusal('offer.pdf', 'text/html')).toMatchObject({
      code: 'file_is_page',
      message: expect.stringContaining('leads to a web page'),
    });
  });

  test.each([
    ['setup.exe', 'application/x-msdownload'],
    ['song.flac', 'audio/flac'],
    ['picture.constructor', 'image/webp'],
  ])('for its type: %s', (name, type) => {
    expect(refusal(name, type)).toMatchObject({
      code: 'file_type',
      message: expect.stringMatching(/It accepts jpg, jpeg, png, .* wav\. Send a link/),
    });
  });

  test('for being empty', () => {
    expect(refusal('a.txt', 'text/plain', Buffer.alloc(0))).toMatchObject({ code: 'file_empty' });
  });

  test('for its size, by channel', () => {
    const big = Buffer.alloc(5 * MEGABYTE + 1);
    expect(refusal('a.txt', 'text/plain', big)).toMatchObject({ code: 'file_too_large' });
    expect(checkUpload({ name: 'a.txt', contentType: 'x', content: big }, 'whatsapp').name).toBe(
      'a.txt',
    );
    expect([largestUpload('sms'), largestUpload('whatsapp')]).toEqual([
      5 * MEGABYTE,
      100 * MEGABYTE,
    ]);
  });
});

describe('Many files', () => {
  const HOST = 'https://files.example.com';
  const urls = (count: number) =>
    Array.from({ length: count }, (_, index) => `${HOST}/${index}.pdf`);
  const download = (count: number) =>
    runMethod((z: ZObject) => downloadAttachments(z, 'sms', urls(count)));

  test('are read a few at a time, in their order', async () => {
    let underWay = 0;
    let most = 0;
    for (const url of urls(20)) {
      nock(HOST)
        .get(new URL(url).pathname)
        .reply(200, async () => {
          underWay += 1;
          most = Math.max(most, underWay);
          await new Promise((resolve) => setImmediate(resolve));
          underWay -= 1;
          return url;
        });
    }
    const files = await download(20);
    expect(toList(files).map((file) => String(toRecord(file)['content']))).toEqual(urls(20));
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(3);
  });

  test('are together as large as one at most, and no more of them are read', async () => {
    const content = Buffer.alloc(5 * 1024 * 1024);
    const asked = new Set<string>();
    nock(HOST)
      .persist()
      .get(/pdf/)
      .reply(200, (uri: string) => {
        asked.add(uri);
        return content;
      });
    const failure = await failing(download(100));
    nock.cleanAll();
    expect(failure).toMatchObject({ code: 'files_too_large' });
    expect(asked.size).toBeLessThan(25);
  });

  test.each(['files', 'attachments'])('are not taken where a step has too many %s', async (key) => {
    const inputData = {
      contactId: 'con1ZbR4xVnL0shT7gK2',
      channel: 'sms',
      message: 'Hi',
      [key]: urls(1_000),
    };
    const { message } = await failing(run(App.creates.send_message, { inputData }));
    expect(message).toMatch(/^"Attach[\w ]+" takes at most 10 entries, and these are 1000\.$/);
  });
});

describe('A large file', () => {
  const STORE = 'https://store.example.com';
  const CONTENT_LARGE = Buffer.alloc(5 * MEGABYTE + 1, 'x');
  const PLACE = {
    locationId: LOCATION_ID,
    conversationId: 'cnv1ZbR4xVnL0shT7gK2',
    filename: 'film.mp4',
  };

  function upload() {
    const target = {
      conversationId: 'cnv1ZbR4xVnL0shT7gK2',
      contactId: 'con1ZbR4xVnL0shT7gK2',
      channel: 'whatsapp',
    };
    const file = { name: 'film.mp4', contentType: 'video/mp4', content: CONTENT_LARGE };
    return runMethod((z: ZObject, bundle: Bundle) => uploadFile(z, bundle, target, file));
  }

  function initiated() {
    highLevel()
      .post('/conversations/messages/upload/initiate', {
        ...PLACE,
        contentType: 'video/mp4',
        channel: 'WHATSAPP',
        fileSize: CONTENT_LARGE.length,
      })
      .reply(200, {
        uploadUrl: `${STORE}/put?sig=1`,
        uploadId: 'upl1ZbR4xVnL0shT7gK2',
        filePath: 'p/1',
      });
  }

  function stored() {
    return nock(STORE, { badheaders: ['authorization', 'version'] })
      .put('/put?sig=1', (body: string) => body.length === CONTENT_LARGE.length)
      .matchHeader('content-type', 'video/mp4');
  }

  test('goes to the address that HighLevel names for it, which gets no token', async () => {
    initiated();
    stored().reply(200);
    highLevel()
      .post('/conversations/messages/upload/complete', {
        ...PLACE,
        uploadId: 'upl1ZbR4xVnL0shT7gK2',
        filePath: 'p/1',
      })
      .reply(200, { uploadedFiles: { 'film.mp4': 'https://hl.example.com/film.mp4' } });
    expect(await upload()).toBe('https://hl.example.com/film.mp4');
  });

  test.each([[401], [403], [500]])(
    'is tried again when the store answers %d, and the token stays as it is',
    async (status) => {
      initiated();
      stored().reply(status, '<?xml version="1.0"?><Error/>');
      expect(await failing(upload())).toMatchObject({ name: 'ThrottledError', delay: 60 });
    },
  );

  test('is tried again when HighLevel names no address for it', async () => {
    initiated();
    stored().reply(200);
    highLevel().post('/conversations/messages/upload/complete').reply(200, { uploadedFiles: {} });
    expect(await failing(upload())).toMatchObject({
      name: 'ThrottledError',
      message: expect.stringContaining('returned no URL'),
    });
  });
});
