import { describe, expect, test } from '@jest/globals';
import nock from 'nock';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { FOLDER_ID, MEDIA_FILE, MEDIA_FILE_ID } from '../../support/marketing.ts';

const upload = App.creates.upload_file;
const HOST = 'https://files.example.com';

/** The file at the URL that a person mapped. */
const hosts = (content: Buffer | string, headers: Record<string, string> = {}, path = '/a.pdf') =>
  nock(HOST)
    .get(path)
    .reply(200, content, { 'Content-Type': 'application/pdf', ...headers });

/** HighLevel's answer to a form with these parts. */
const takes = (parts: readonly string[], without: readonly string[] = []) =>
  highLevel()
    .post('/medias/upload-file', (body: string) => {
      // nock gives a body that is no UTF-8 in hexadecimal digits.
      const text = Buffer.from(body, 'hex').toString('latin1');
      const form = text.includes('form-data') ? text : body;
      return (
        parts.every((part) => form.includes(part)) && !without.some((part) => form.includes(part))
      );
    })
    .reply(200, { fileId: MEDIA_FILE_ID, url: MEDIA_FILE.url });

const file = `${HOST}/a.pdf`;

describe('upload_file', () => {
  test('sends a file, and returns its URL', async () => {
    hosts('%PDF');
    takes(['name="file"; filename="a.pdf"', '%PDF', 'name="name"'], ['hosted', 'parentId']);
    expect(await run(upload, { inputData: { file } })).toEqual({
      id: MEDIA_FILE_ID,
      name: 'a.pdf',
      url: MEDIA_FILE.url,
      isInFolder: null,
      folderId: null,
      locationId: LOCATION_ID,
    });
  });

  test.each([
    ['Price list', 'Price list.pdf'],
    ['Price list.PDF', 'Price list.PDF'],
    ['v1.2 of the price list', 'v1.2 of the price list.pdf'],
  ])('calls it %s', async (name, sent) => {
    hosts('%PDF');
    takes([`\r\n\r\n${sent}\r\n`]);
    expect(await run(upload, { inputData: { file, name } })).toMatchObject({ name: sent });
  });

  test('takes a file of any type, as its host names it', async () => {
    hosts('x', { 'Content-Type': 'font/woff2' }, '/a.woff2');
    takes(['filename="a.woff2"', 'Content-Type: font/woff2']);
    const inputData = { file: `${HOST}/a.woff2` };
    expect(await run(upload, { inputData })).toMatchObject({ id: MEDIA_FILE_ID });
  });

  test('has HighLevel fetch a file above 25 MB from its URL', async () => {
    hosts(Buffer.alloc(25 * 1024 * 1024 + 1));
    takes(['name="hosted"', 'true', 'name="fileUrl"', file], ['name="file"']);
    expect(await run(upload, { inputData: { file } })).toMatchObject({
      id: MEDIA_FILE_ID,
      name: 'a.pdf',
    });
  });

  test.each([
    ['is in the folder', [MEDIA_FILE], { isInFolder: true, folderId: FOLDER_ID }],
    ['is not, because HighLevel ignored it', [], { isInFolder: false, folderId: null }],
  ])('says that the file %s', async (_what, files, said) => {
    hosts('%PDF');
    takes(['name="parentId"', FOLDER_ID]);
    highLevel()
      .get('/medias/files')
      .query(({ parentId, type }) => parentId === FOLDER_ID && type === 'file')
      .reply(200, { files });
    expect(await run(upload, { inputData: { file, parentId: FOLDER_ID } })).toMatchObject(said);
  });

  test('says nothing of the folder where it cannot look', async () => {
    hosts('%PDF');
    takes(['name="parentId"']);
    highLevel().get('/medias/files').query(true).reply(403, { message: 'Forbidden' });
    expect(await run(upload, { inputData: { file, parentId: FOLDER_ID } })).toMatchObject({
      id: MEDIA_FILE_ID,
      isInFolder: null,
    });
  });

  test.each([
    ['is empty', '', {}, 'is empty'],
    ['is a web page', '<html>', { 'Content-Type': 'text/html' }, 'leads to a web page'],
  ])('refuses a file that %s, before it is sent', async (_what, content, headers, sentence) => {
    hosts(content, headers);
    await expect(run(upload, { inputData: { file } })).rejects.toThrow(sentence);
  });
});
