/** An order of contacts, as HighLevel's search takes it. */
export interface ContactSort {
  field: 'dateAdded' | 'dateUpdated';
  direction: 'asc' | 'desc';
}

const NEWEST_FIRST: ContactSort = { field: 'dateAdded', direction: 'desc' };

const OTHER_SORTS: Readonly<Record<string, ContactSort>> = {
  oldest: { field: 'dateAdded', direction: 'asc' },
  updated: { field: 'dateUpdated', direction: 'desc' },
  untouched: { field: 'dateUpdated', direction: 'asc' },
};

/** The orders that a person chooses from. */
export const CONTACT_SORT_LABELS = {
  newest: 'Created last',
  oldest: 'Created first',
  updated: 'Changed last',
  untouched: 'Changed longest ago',
} as const;

/** The order that a step chose, by its key; the newest first without a choice. */
export function contactSort(choice = ''): ContactSort {
  return OTHER_SORTS[choice] ?? NEWEST_FIRST;
}
