import { beforeAll, beforeEach, expect, test } from '@jest/globals';

import type { LocalZapier } from '../../local/index.ts';
import { EACH_OPERATION } from '../support/operations.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

let zapier: LocalZapier;

beforeAll(async () => {
  zapier = await sharedZapier();
});

beforeEach(async () => {
  await zapier.reset();
});

/** All entries of a dropdown, page by page, and how many pages they came on. */
async function openedWhole(operation: string, field: string) {
  const labels = new Map<string, string>();
  let pagingToken: string | undefined;
  let pages = 0;
  do {
    const page = await zapier.app.choices(operation, field, {
      authData: zapier.authData,
      ...(pagingToken !== undefined && { pagingToken }),
    });
    for (const { id, label } of page.results) labels.set(id, label);
    pagingToken = page.pagingToken ?? undefined;
    pages += 1;
  } while (pagingToken !== undefined);
  return { labels, pages };
}

async function idsOf(collection: string): Promise<string[]> {
  const location = zapier.authData['locationId'] ?? '';
  const records = await zapier.sandbox.list(`/state/${collection}?locationId=${location}`);
  return records.map(({ id }) => String(id)).toSorted();
}

test.each([
  ['contacts', 'contactId'],
  ['conversations', 'conversationId'],
])('The dropdown of %s shows all of them by name, page by page', async (collection, field) => {
  await zapier.sandbox.post('/bulk', { kind: collection, count: 220 });
  const { labels, pages } = await openedWhole('triggers.new_message', field);
  expect([...labels.keys()].toSorted()).toEqual(await idsOf(collection));
  expect(pages).toBeGreaterThan(2);
  const names = [...labels.values()];
  expect(names.filter((name) => name === '' || labels.has(name))).toEqual([]);
  expect(names).toContainEqual(expect.stringMatching(/^Anna Lindqvist/));
});

test('The dropdown of assigned users shows the team, after nobody', async () => {
  const { labels } = await openedWhole('triggers.new_conversation', 'assignedTo');
  expect([...labels.entries()][0]).toEqual(['unassigned', 'Unassigned']);
  expect(labels.size).toBeGreaterThan(1);
});

/** The hidden triggers behind dropdowns of fields that depend on a choice. */
const EACH_LIST = EACH_OPERATION.filter(([, { hidden, kind }]) => hidden && kind === 'triggers');

/** Zapier asks page by page, by number, until a page is empty. */
async function listed(key: string): Promise<Record<string, unknown>[]> {
  const all: Record<string, unknown>[] = [];
  for (let page = 0; ; page += 1) {
    const found = await zapier.app.list({
      method: `triggers.${key}.operation.perform`,
      bundle: { authData: zapier.authData, meta: { page, isFillingDynamicDropdown: true } },
      storeKey: `editor-${key}`,
    });
    if (found.length === 0) return all;
    all.push(...found);
  }
}

test.each(EACH_LIST)('%s gives names, each entry once', async (_path, { key }) => {
  await zapier.sandbox.post('/bulk', { kind: 'contacts', count: 120 });
  await zapier.sandbox.post('/bulk', { kind: 'conversations', count: 120 });
  const entries = await listed(key);
  expect(entries.length).toBeGreaterThan(0);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  for (const { name } of entries) expect(name).toMatch(/\S/);
  if (key === 'contact_list') expect(entries.length).toBeGreaterThan(200);
});
