import { describe, expect, test } from '@jest/globals';
import nock from 'nock';
import type { ZObject } from 'zapier-platform-core';

import { downloadFile } from '../../../lib/http/files.ts';
import { HIGHLEVEL, runMethod } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';

const HOST = 'https://files.example.com';

function download(url: string, largest?: number): Promise<unknown> {
  return runMethod(async (z: ZObject) => {
    const { name, contentType, content } = await downloadFile(z, url, largest);
    return { name, contentType, text: content.toString() };
  });
}

function served(path: string, headers: Record<string, string>) {
  nock(HOST, { badheaders: ['authorization', 'version'] })
    .get(path)
    .reply(200, 'bytes', headers);
}

describe('The name of a file is', () => {
  test.each([
    ['what its host says', 'attachment; filename="offer.pdf"', 'offer.pdf'],
    ['the same without quotes', 'inline; filename=offer.pdf', 'offer.pdf'],
    ['in any script', "attachment; filename*=UTF-8''%C3%9Cbersicht%20Q4.pdf", 'Übersicht Q4.pdf'],
    [
      'the better of two',
      `attachment; filename="x.pdf"; filename*=UTF-8''%C3%9C.pdf; size=4`,
      'Ü.pdf',
    ],
    [
      'without the folder of its sender',
      'attachment; filename="C:\\\\docs\\\\offer.pdf"',
      'offer.pdf',
    ],
    [
      'of its address when it is badly written',
      "attachment; filename*=UTF-8''50%off.pdf",
      'a b.bin',
    ],
    [
      'in Latin-1 with a language',
      "attachment; filename*=iso-8859-1'en'%A3%20rates.pdf",
      '£ rates.pdf',
    ],
    [
      'in UTF-8 as many servers write it',
      `attachment; filename="${Buffer.from('Übersicht.pdf').toString('latin1')}"`,
      'Übersicht.pdf',
    ],
    ['of its address otherwise', 'attachment', 'a b.bin'],
  ])('%s', async (_what, disposition, name) => {
    served('/files/a%20b.bin?x=1', { 'content-disposition': disposition });
    const file = download(`${HOST}/files/a%20b.bin?x=1`);
    await expect(file).resolves.toMatchObject({ name, text: 'bytes' });
  });

  test('of its address, also with a percent sign in it', async () => {
    served('/50%25%20off%', {});
    await expect(download(`${HOST}/50%25%20off%`)).resolves.toMatchObject({ name: '50%25%20off%' });
  });

  test.each([
    ['/o/location%2Fx%2Fimages%2Fy.jpg?alt=media', 'y.jpg'],
    ['/o/line%0Abreak%0D.pdf', 'linebreak.pdf'],
    ['/o/%22quoted%22.pdf', 'quoted.pdf'],
    [`/o/${'a'.repeat(300)}.pdf`, `${'a'.repeat(146)}.pdf`],
  ])('cleaned: %s', async (path, name) => {
    served(path, {});
    await expect(download(`${HOST}${path}`)).resolves.toMatchObject({ name });
  });

  test('"file" where nothing names it', async () => {
    served('/', {});
    await expect(download(`${HOST}/`)).resolves.toMatchObject({
      name: 'file',
      contentType: 'application/octet-stream',
    });
  });
});

test('The type of a file is without its parameters', async () => {
  served('/a.txt', { 'content-type': 'Text/Plain; charset=utf-8' });
  await expect(download(`${HOST}/a.txt`)).resolves.toMatchObject({ contentType: 'text/plain' });
});

test('A file above the limit is not read to its end', async () => {
  served('/a.txt', {});
  expect(await failing(download(`${HOST}/a.txt`, 4))).toMatchObject({ code: 'file_too_large' });
});

test.each([['ftp://files.example.com/a'], ['file:///etc/passwd'], ['offer.pdf'], ['']])(
  '%j is no address of a file',
  async (url) => {
    expect(await failing(download(url))).toMatchObject({ code: 'invalid_file' });
  },
);

test("a file on HighLevel's own API is read without the token", async () => {
  nock(HIGHLEVEL, { badheaders: ['authorization', 'version'] })
    .get('/users/')
    .reply(401, { message: 'Invalid JWT' });
  expect(await failing(download(`${HIGHLEVEL}/users/`))).toMatchObject({
    code: 'file_unreachable',
  });
});
