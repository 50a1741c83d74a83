import { describe, expect, test } from '@jest/globals';

import { readFile, readUrl, splitUrls } from '../../../lib/inputs/urls.ts';

describe('A URL', () => {
  test.each([
    ['https://example.com/a.pdf', 'https://example.com/a.pdf'],
    [' HTTP://example.com/a.pdf?x=1,2#y ', 'HTTP://example.com/a.pdf?x=1,2#y'],
    ['https://example.com/our prices.pdf', 'https://example.com/our%20prices.pdf'],
    [
      'https://example.com/web/https://example.org/?to=http://example.net',
      'https://example.com/web/https://example.org/?to=http://example.net',
    ],
    ['https://example.com/ä.pdf', 'https://example.com/%C3%A4.pdf'],
    ['https://example.com/a.pdf\u200b', 'https://example.com/a.pdf'],
  ])('is read of %j', (typed, url) => {
    expect(readUrl(typed, 'Profile Photo')).toBe(url);
  });

  test.each([
    ['www.example.com/a.pdf'],
    ['example.com'],
    ['ftp://example.com/a.pdf'],
    ['javascript:alert(1)'],
    ['file:///etc/passwd'],
    ['https://'],
    ['https://example.com/a\nb'],
    ['https://example.com/a.jpg, https://example.com/b.jpg'],
    ['https://example.com/a.jpg https://example.com/b.jpg'],
    ['https://example.com/a.jpg,www.example.com/b.jpg'],
    ['https://example.com/a.jpg; b.jpg'],
    ['https://example.com/a.jpg|https://example.com/b.jpg'],
    ['https://example.com/a.jpghttps://example.com/b.jpg'],
    ['a.pdf'],
  ])('is not read of %j', (typed) => {
    expect(() => readUrl(typed, 'Profile Photo')).toThrow(
      /\\"Profile Photo\\" must be a URL that starts with https:\/\//,
    );
    expect(() => readFile(typed, 'File')).toThrow(
      /\\"File\\" must be a file, or a URL that starts with https:\/\//,
    );
  });
});

test.each([
  ['https://x.example/a.jpg', ['https://x.example/a.jpg']],
  [
    'https://x.example/a.jpg,https://x.example/b.jpg',
    ['https://x.example/a.jpg', 'https://x.example/b.jpg'],
  ],
  [
    'https://x.example/a.jpg\nhttp://x.example/b.jpg',
    ['https://x.example/a.jpg', 'http://x.example/b.jpg'],
  ],
  [
    ' https://x.example/a,b.jpg ; https://x.example/c.jpg , ',
    ['https://x.example/a,b.jpg', 'https://x.example/c.jpg'],
  ],
  [
    'https://x.example/a.jpg, www.x.example/b.jpg,www.x.example/c.jpg; d.jpg',
    ['https://x.example/a.jpg', 'www.x.example/b.jpg', 'www.x.example/c.jpg', 'd.jpg'],
  ],
  [
    'https://x.example/a.jpg|https://x.example/b.jpg | https://x.example/c.jpg',
    ['https://x.example/a.jpg', 'https://x.example/b.jpg', 'https://x.example/c.jpg'],
  ],
  ['see https://x.example/a.jpg', ['see', 'https://x.example/a.jpg']],
])('%j holds %j', (text, urls) => {
  expect(splitUrls(text).filter(Boolean)).toEqual(urls);
});
