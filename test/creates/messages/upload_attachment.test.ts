import { describe, expect, test } from '@jest/globals';
import nock from 'nock';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { conversationIsFound } from '../../support/conversation.ts';

const upload = App.creates.upload_attachment;

const MEGABYTE = 1024 * 1024;

function fileIs(name: string, bytes: number, contentType: string) {
  nock('https://files.example.com')
    .get(`/${name}`)
    .reply(200, Buffer.alloc(bytes, 'x'), { 'content-type': contentType });
}

const uploadFile = (name: string, inputData: object = {}) =>
  run(upload, {
    inputData: {
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      file: `https://files.example.com/${name}`,
      ...inputData,
    },
  });

describe('upload_attachment', () => {
  test('gives the address of the uploaded file', async () => {
    fileIs('offer.pdf', 12, 'application/pdf');
    conversationIsFound();
    highLevel()
      .post('/conversations/messages/upload', /name="fileAttachment"; filename="offer.pdf"/)
      .matchHeader('content-type', /^multipart\/form-data; boundary=/)
      .reply(200, { uploadedFiles: { 'offer.pdf': 'https://hl.example.com/offer.pdf' } });

    await expect(uploadFile('offer.pdf')).resolves.toEqual({
      id: 'https://hl.example.com/offer.pdf',
      name: 'offer.pdf',
      contentType: 'application/pdf',
      sizeInBytes: 12,
      conversationId: 'c1ZbR4xVnL0shT7gK2mW',
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
    });
  });

  test('uploads a large file for WhatsApp in three steps, without the token to the store', async () => {
    fileIs('clip.mp4', 6 * MEGABYTE, 'video/mp4');
    conversationIsFound();
    const place = {
      locationId: LOCATION_ID,
      conversationId: 'c1ZbR4xVnL0shT7gK2mW',
      filename: 'clip.mp4',
    };
    highLevel()
      .post('/conversations/messages/upload/initiate', {
        ...place,
        contentType: 'video/mp4',
        channel: 'WHATSAPP',
        fileSize: 6 * MEGABYTE,
      })
      .reply(200, {
        uploadUrl: 'https://storage.example.com/put?signature=1',
        uploadId: 'u1ZbR4xVnL0shT7gK2mW',
        filePath: 'location/clip.mp4',
      })
      .post('/conversations/messages/upload/complete', {
        ...place,
        uploadId: 'u1ZbR4xVnL0shT7gK2mW',
        filePath: 'location/clip.mp4',
      })
      .reply(200, { uploadedFiles: { 'clip.mp4': 'https://hl.example.com/clip.mp4' } });
    nock('https://storage.example.com', { badheaders: ['authorization'] })
      .put('/put?signature=1')
      .matchHeader('content-type', 'video/mp4')
      .reply(200);

    await expect(uploadFile('clip.mp4', { channel: 'whatsapp' })).resolves.toMatchObject({
      id: 'https://hl.example.com/clip.mp4',
      sizeInBytes: 6 * MEGABYTE,
    });
  });

  test.each([
    ['too large for the channel', 'clip.mp4', 6 * MEGABYTE, 'video/mp4', /larger than 5 MB/],
    ['of another type', 'tool.exe', 10, 'application/x-msdownload', /does not accept the file/],
    ['empty', 'empty.txt', 0, 'text/plain', /is empty/],
  ])(
    'refuses a file that is %s before it asks HighLevel',
    async (_case, name, bytes, type, why) => {
      fileIs(name, bytes, type);

      await expect(uploadFile(name)).rejects.toThrow(why);
    },
  );
});
