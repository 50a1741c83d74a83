import { signal } from '@preact/signals';

import type { Catalog, CatalogEntry, OperationKind } from '../../api/catalog.ts';
import { ask, sentenceOf } from './api.ts';
import type { Loaded } from './loaded.ts';
import { connection } from './settings.ts';

/** The whole integration: read once, all pages use it. */
export const catalog = signal<Loaded<Catalog>>({ state: 'loading' });

export async function loadCatalog(): Promise<void> {
  catalog.value = { state: 'loading' };
  try {
    const value = await ask<Catalog>('/catalog');
    const isThere = value.connections.some(({ id }) => id === connection.value);
    if (!isThere) connection.value = value.connections[0]?.id ?? '';
    catalog.value = { state: 'ready', value };
  } catch (error) {
    catalog.value = { state: 'failed', sentence: sentenceOf(error) };
  }
}

export const KIND_LABELS: Readonly<Record<OperationKind, { one: string; many: string }>> = {
  triggers: { one: 'Trigger', many: 'Triggers' },
  searches: { one: 'Search', many: 'Searches' },
  creates: { one: 'Action', many: 'Actions' },
};

export function placeOf({ kind, key }: Pick<CatalogEntry, 'kind' | 'key'>): string {
  return `/${kind}/${key}`;
}
