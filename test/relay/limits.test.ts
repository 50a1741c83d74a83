import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

import { BODY_LIMITS } from '../../relay/body-reader.ts';
import { HTTP_LIMITS } from '../../relay/http-server.ts';

const MEBIBYTE = 2 ** 20;
const KIBIBYTE = 2 ** 10;

/** A page, its lines joined and the gaps in its tables closed. */
function textOf(page: string): string {
  const text = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
  return text.replaceAll(/\s+/g, ' ');
}

test('the limits are those that SECURITY.md and docs/relay.md tell', () => {
  const one = BODY_LIMITS.one / MEBIBYTE;
  const all = BODY_LIMITS.all / MEBIBYTE;
  const count = BODY_LIMITS.count.toLocaleString('en');
  const connections = HTTP_LIMITS.connections.toLocaleString('en');

  const security = textOf('SECURITY.md');
  expect(security).toContain(`limited to ${one} MiB each, and to ${all} MiB for all`);
  expect(security).toContain(`${connections} can be open`);

  const docs = textOf('docs/relay.md');
  expect(docs).toContain(`| ${all} MiB of bodies, ${count} of them |`);
  expect(docs).toContain(`| ${connections} connections |`);
  expect(docs).toContain(`| ${HTTP_LIMITS.body / KIBIBYTE} KiB |`);
  expect(docs).toContain(`client_max_body_size ${one}m`);
  expect(docs).toContain(
    `| ${HTTP_LIMITS.head / 1000} and ${HTTP_LIMITS.request / 1000} seconds |`,
  );
});
