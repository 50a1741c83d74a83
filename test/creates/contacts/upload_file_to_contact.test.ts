import { describe, expect, test } from '@jest/globals';
import nock from 'nock';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const upload = App.creates.upload_file_to_contact;

const CONTACT = 'hT7gK2mWq9ZbR4xVnL0s';
const FIELD = 'fQ2wEr5TyU8iOp1AsDfG';
const MEGABYTE = 1024 * 1024;

function fileIs(name: string, bytes: number, contentType: string) {
  nock('https://files.example.com')
    .get(`/${name}`)
    .reply(200, Buffer.alloc(bytes, 'x'), { 'content-type': contentType });
}

const uploaded = (...names: string[]) =>
  run(upload, {
    inputData: {
      contactId: CONTACT,
      customFieldId: FIELD,
      files: names.map((name) => `https://files.example.com/${name}`),
    },
  });

function posted(body: RegExp) {
  return highLevel()
    .post('/forms/upload-custom-files', body)
    .query({ contactId: CONTACT, locationId: LOCATION_ID })
    .matchHeader('content-type', /^multipart\/form-data; boundary=/);
}

const UUID = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';

describe('upload_file_to_contact', () => {
  test('sends all files in one request, each under the field and an ID of its own', async () => {
    fileIs('offer.pdf', 12, 'application/pdf');
    fileIs('data.csv', 5, 'text/csv');
    const part = (name: string) => `name="${FIELD}_${UUID}"; filename="${name}"[^]*`;
    posted(new RegExp(part('offer\\.pdf') + part('data\\.csv'))).reply(200, {
      contact: {
        id: CONTACT,
        firstName: 'Anna',
        locationId: LOCATION_ID,
        customFields: [
          {
            id: FIELD,
            value: {
              first: { url: 'https://hl.example.com/before.png', documentId: 'one' },
              second: { url: 'https://hl.example.com/offer.pdf', documentId: 'two' },
              third: { url: 'https://hl.example.com/data.csv', documentId: 'three' },
            },
          },
        ],
      },
    });

    expect(await uploaded('offer.pdf', 'data.csv')).toEqual({
      id: CONTACT,
      name: 'Anna',
      link: expect.stringMatching(new RegExp(`/contacts/detail/${CONTACT}$`)),
      customFieldId: FIELD,
      uploaded: ['offer.pdf', 'data.csv'],
      uploadedCount: 2,
      fileUrls: [
        'https://hl.example.com/before.png',
        'https://hl.example.com/offer.pdf',
        'https://hl.example.com/data.csv',
      ],
      fileCount: 3,
    });
  });

  test.each([
    ['of another type', 'song.mp3', 10, 'audio/mpeg', /does not accept the file/],
    ['empty', 'empty.txt', 0, 'text/plain', /is empty/],
    ['too large', 'film.mp4', 51 * MEGABYTE, 'video/mp4', /larger than 50 MB/],
  ])('refuses a file that is %s before it asks HighLevel', async (_what, name, size, type, why) => {
    fileIs(name, size, type);
    await expect(uploaded(name)).rejects.toThrow(why);
  });

  test('refuses files that are too large together', async () => {
    fileIs('one.mp4', 30 * MEGABYTE, 'video/mp4');
    fileIs('two.mp4', 30 * MEGABYTE, 'video/mp4');
    await expect(uploaded('one.mp4', 'two.mp4')).rejects.toThrow(/larger than 50 MB together/);
  });

  test('passes on why HighLevel refuses', async () => {
    fileIs('offer.pdf', 12, 'application/pdf');
    posted(/./).reply(400, { message: 'Custom field X-Ray accepts 1 files at most' });
    await expect(uploaded('offer.pdf')).rejects.toThrow(/accepts 1 files at most/);
  });

  test('is not repeated where it may have worked', async () => {
    fileIs('offer.pdf', 12, 'application/pdf');
    posted(/./).replyWithError('connection reset');
    await expect(uploaded('offer.pdf')).rejects.toThrow(/may or may not have worked/);
  });
});
