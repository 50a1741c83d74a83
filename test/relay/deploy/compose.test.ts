import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from '@jest/globals';

import { readConfig, SETTINGS } from '../../../relay/config.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');

const COMPOSE = read('relay/deploy/compose.yaml');
const EXAMPLE = read('relay/deploy/.env.example');

function namesIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''))].sort();
}

describe('compose.yaml and .env.example', () => {
  const inExample = namesIn(EXAMPLE, /^([A-Z_]+)=/gm);

  test('all that compose.yaml asks for is in .env.example, and nothing else', () => {
    const asked = namesIn(COMPOSE, /\$\{([A-Z_]+)/g);
    expect(asked).toEqual(inExample);
  });

  test('what must be filled in is empty in the example, so that nothing runs with a known secret', () => {
    const required = namesIn(COMPOSE, /\$\{([A-Z_]+):\?/g);
    const filled = namesIn(EXAMPLE, /^([A-Z_]+)=.+$/gm);
    expect(filled).toEqual(['RELAY_DOMAIN']);
    expect(required).toEqual(expect.arrayContaining(['POSTGRES_PASSWORD', 'RELAY_ADMIN_TOKEN']));
  });

  test('the commands beside them make values that the relay takes', () => {
    const config = readConfig({
      RELAY_ADMIN_TOKEN: 'a'.repeat(64),
      RELAY_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
      DATABASE_URL: `postgres://relay:${'a'.repeat(64)}@postgres:5432/relay`,
      HIGHLEVEL_APP_ID: '66f0c1d2e3a4b5c6d7e8f901',
    });
    expect(config.adminToken).toHaveLength(64);
  });

  test('every file that a service is given is there', () => {
    const mounted = namesIn(COMPOSE, /- \.\/(\S+?):/g);
    const there = readdirSync(`${ROOT}relay/deploy`, { recursive: true, encoding: 'utf8' });
    expect(there).toEqual(expect.arrayContaining(mounted));
  });
});

test('docs/relay.md has every setting in its table, and no other', () => {
  const [, table = ''] = read('docs/relay.md').split(/^## Settings$/m);
  const documented = [...(table.split(/^## /m)[0] ?? '').matchAll(/^\| (`[A-Z_`, ]+) +\|/gm)];
  const names = documented.flatMap(([, cell = '']) => namesIn(cell, /([A-Z_]+)/g));
  expect(names.sort()).toEqual([...SETTINGS].sort());
});
