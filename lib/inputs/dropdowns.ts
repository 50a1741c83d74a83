import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordFinder } from './finders.ts';

/** A dropdown that fields of many areas have. */
export type SharedDropdown = 'assignee' | 'contact' | 'conversation' | 'user';

/** What fills a dropdown, and finds one of its records by what a person typed. */
export interface Dropdown {
  perform: (
    z: ZObject,
    bundle: Bundle,
  ) => Promise<{ results: { id: string; label: string }[]; paging_token: string | null }>;
  finder: RecordFinder;
}

let dropdowns: Readonly<Record<SharedDropdown, Dropdown>> | undefined;

/** Says what fills the shared dropdowns. index.ts does so once, before any step begins. */
export function fillDropdowns(filled: Readonly<Record<SharedDropdown, Dropdown>>): void {
  dropdowns = filled;
}

function filledOf(name: SharedDropdown): Dropdown {
  if (!dropdowns) throw new Error(`Nothing fills the dropdown "${name}": index.ts was not loaded.`);
  return dropdowns[name];
}

/**
 * `choices` of a field that names a record which most areas have to do with. The field says only
 * which: so a step that names a contact does not carry along how contacts are searched.
 */
export function dropdownOf(name: SharedDropdown) {
  const perform: Dropdown['perform'] = (z, bundle) => filledOf(name).perform(z, bundle);
  const finder: RecordFinder = (...asked) => filledOf(name).finder(...asked);
  return { perform: Object.assign(perform, { finder }) };
}
