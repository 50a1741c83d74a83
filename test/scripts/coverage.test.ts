import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { coverageOf, isServed } from '../../scripts/api-coverage/coverage.ts';
import { readListed, readOfficial } from '../../scripts/api-coverage/listed.ts';
import { ownCoverage } from '../../scripts/api-coverage/own.ts';
import { reasonFor, servedBeside, SERVED_BESIDE } from '../../scripts/api-coverage/reasons.ts';
import {
  coverageDocument,
  coverageText,
  countOf,
  unexplained,
  wordsFor,
} from '../../scripts/api-coverage/report.ts';

const LISTED = {
  endpoints: {
    contacts: [
      'GET /contacts/',
      'POST /contacts/search',
      'GET /contacts/{contactId}',
      'POST /contacts/{contactId}/notes',
    ],
    oauth: ['POST /oauth/token'],
  },
  events: ['ContactCreate', 'ConversationUnreadWebhook', 'PlanChange', 'SomethingNew'],
};

const REACHED = {
  'creates.add_note': ['POST /contacts/{id}/notes', 'GET /contacts/{id}'],
  'searches.find_contact': ['POST /contacts/search', 'GET /contacts/{id}', 'GET /tomorrow/{id}'],
};

const EVENTS = {
  'triggers.contact_created': ['ContactCreate'],
  'triggers.conversation_read_state_changed': ['ConversationUnreadUpdate'],
};

const { areas, events, undocumented } = coverageOf(LISTED, REACHED, EVENTS);
const rowFor = (name: string) => {
  const row = [...areas.flatMap(({ rows }) => rows), ...events].find((one) => one.name === name);
  if (!row) throw new Error(`There is no row ${name}.`);
  return row;
};

describe('the coverage', () => {
  test('names the operations that reach an endpoint; fixed parts of a path come first', () => {
    expect(rowFor('POST /contacts/search').operations).toEqual(['searches.find_contact']);
    expect(rowFor('GET /contacts/{contactId}').operations).toEqual([
      'creates.add_note',
      'searches.find_contact',
    ]);
  });

  test('says what else serves one, or why nothing does', () => {
    expect(isServed(rowFor('POST /oauth/token'))).toBe(true);
    expect(wordsFor(rowFor('POST /oauth/token'))).toMatch('signing in');
    expect(isServed(rowFor('GET /contacts/'))).toBe(false);
    expect(wordsFor(rowFor('GET /contacts/'))).toMatch('replaced it by the search');
  });

  test('names the triggers of an event, also of one that comes by another name', () => {
    expect(rowFor('ContactCreate').operations).toEqual(['triggers.contact_created']);
    expect(wordsFor(rowFor('ConversationUnreadWebhook'))).toBe('Conversation Read State Changed');
    expect(wordsFor(rowFor('PlanChange'))).toBe('It is for the publisher of an app.');
  });

  test('lists what is reached and documented nowhere, and what nobody has explained', () => {
    expect(undocumented).toMatchObject([
      { name: 'GET /tomorrow/{id}', operations: ['searches.find_contact'] },
    ]);
    const open = unexplained({ areas, events, undocumented });
    expect(open.map(({ name }) => name)).toEqual(['SomethingNew']);
  });

  test('counts, and is a text and a page', () => {
    expect(countOf(events)).toBe('2 of 4');
    const coverage = { areas, events, undocumented };
    expect(coverageText(coverage)).toMatch('+ GET /contacts/{contactId}: Add Note, Find Contact');
    expect(coverageDocument(coverage)).toMatch('| `ContactCreate` | Contact Created |');
    expect(coverageDocument(coverage)).toMatch('| `PlanChange` | _No._ It is for');
  });
});

describe('the coverage of this integration', () => {
  const listed = readListed();
  const own = ownCoverage(listed);

  test('every documented event has a trigger of its own, or a reason', () => {
    expect(listed.events).toHaveLength(58);
    const open = own.events.filter((row) => !isServed(row) && row.reason === undefined);
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  test('every documented endpoint is used, or has a reason', () => {
    expect(unexplained({ ...own, events: [] }).map(({ name }) => name)).toEqual([]);
  });

  test('what serves endpoints beside the steps is about endpoints that HighLevel documents', () => {
    const names = Object.values(listed.endpoints).flat();
    expect(Object.keys(SERVED_BESIDE).filter((name) => !names.includes(name))).toEqual([]);
    expect(servedBeside('POST /oauth/token')).toMatch('signing in');
  });

  test('an endpoint that a step could not leave out has no reason to be left out', () => {
    expect(reasonFor('POST /conversations/messages')).toBeUndefined();
    expect(reasonFor('POST /contacts/search')).toBeUndefined();
  });
});

describe("HighLevel's own files", () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'coverage-'));
    const write = (path: string, content: unknown) => {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), JSON.stringify(content));
    };
    write('openapi/tags.json', {
      paths: { '/tags/{tagId}': { get: {}, patch: {}, parameters: [] } },
    });
    write('openapi-v3/tags-v3.json', {
      paths: { '/tags': { post: {} }, '/tags/{tagId}': { get: {} } },
    });
    write('openapi-v3/same-v3.json', { paths: { '/tags/{tagId}': { get: {} } } });
    write('webhooks/TagCreate.json', {});
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('are read in place of the list', () => {
    const folders = { openapi: join(folder, 'openapi'), webhooks: join(folder, 'webhooks') };
    expect(readOfficial(folders)).toEqual({
      endpoints: {
        tags: ['GET /tags/{tagId}', 'PATCH /tags/{tagId}'],
        'tags-v3': ['POST /tags'],
      },
      events: ['TagCreate'],
    });
  });

  test('a part without a folder is as the project keeps it', () => {
    const { endpoints, events: kept } = readOfficial({ webhooks: join(folder, 'webhooks') });
    expect(endpoints).toEqual(readListed().endpoints);
    expect(kept).toEqual(['TagCreate']);
  });

  test('a folder without any is an error', () => {
    expect(() => readOfficial({ openapi: folder })).toThrow('contains no JSON files');
  });
});
