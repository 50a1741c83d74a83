import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { SCOPES } from '../../authentication.ts';

const read = (path: string) => readFileSync(new URL(`../../docs/${path}`, import.meta.url));

describe('the listing in Zapier’s directory', () => {
  test('the description keeps Zapier’s rules', () => {
    const [, description = ''] =
      /\| Description\s*\| (.+?)\s*\|/.exec(read('listing/README.md').toString()) ?? [];

    expect(description).toMatch(/^HighLevel Conversations is an? .+\.$/);
    expect(description).not.toMatch(/zapier/i);
    expect(description.length).toBeGreaterThanOrEqual(40);
    expect(description.length).toBeLessThanOrEqual(140);
  });

  test('the logo is a square PNG with transparency', () => {
    const png = read('listing/logo.png');

    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([256, 256]);
    expect(png[25]).toBe(6);
  });
});

test('the guide to publishing says why each scope is asked for', () => {
  const guide = read('publishing.md').toString();

  expect(SCOPES.filter((scope) => !guide.includes(`\`${scope}\``))).toEqual([]);
});
