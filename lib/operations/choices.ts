import type { Bundle, ZObject } from 'zapier-platform-core';

import { folded, isSameName, quoted } from '../inputs/characters.ts';
import type { RecordFinder } from '../inputs/finders.ts';
import { invalid, NoSuchRecordError } from '../inputs/refusal.ts';

/** One entry of a dropdown: what is stored, and what a person reads. */
export interface Choice {
  id: string;
  name: string;
}

/** A page of a dropdown, and the token of the next one where there is one. */
export interface ChoicePage {
  choices: Choice[];
  next?: string;
}

/** The choices, those of one name with what tells them apart: `Sam Agent (sam@example.com)`. */
export function toldApart(choices: readonly (Choice & { detail: string | null })[]): Choice[] {
  const isShared = sharedAmong(choices.map(({ name }) => name));
  return choices.map(({ id, name, detail }) => ({
    id,
    name: isShared(name) && detail !== null ? `${name} (${detail})` : name,
  }));
}

/** Which of some names more than one of them has, in any case. */
export function sharedAmong(names: readonly string[]): (name: string) => boolean {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(folded(name), (counts.get(folded(name)) ?? 0) + 1);
  return (name) => (counts.get(folded(name)) ?? 0) > 1;
}

/** Reads a page of a dropdown; no token means the first. */
export type ChoiceSource = (z: ZObject, bundle: Bundle, token?: string) => Promise<ChoicePage>;

/** How many entries a page of a dropdown shows; HighLevel returns no more at once. */
export const PAGE_SIZE = 100;

/**
 * `choices.perform` of a static field, which Zapier pages by token.
 *
 * @param finder finds a record by what a person typed or mapped in place of its ID
 */
export function choicesFrom(source: ChoiceSource, finder?: RecordFinder) {
  const perform = (z: ZObject, bundle: Bundle) => pageFrom(source, z, bundle);
  return { perform: finder ? Object.assign(perform, { finder }) : perform };
}

/**
 * The same of choices that need no request: any other value is refused.
 *
 * @param list makes them, once, when they are first needed
 */
export function fixedChoices(list: () => Choice[]) {
  let made: Choice[] | undefined;
  const fixed = () => (made ??= list());
  const perform = (z: ZObject, bundle: Bundle) =>
    pageFrom(() => Promise.resolve({ choices: fixed() }), z, bundle);
  return { perform: Object.assign(perform, { fixed }) };
}

async function pageFrom(source: ChoiceSource, z: ZObject, bundle: Bundle) {
  const { choices, next } = await source(z, bundle, bundle.meta.paging_token);
  return {
    results: choices.map(({ id, name }) => ({ id, label: name })),
    paging_token: next ?? null,
  };
}

/** So many pages of a dropdown are read for a name. */
const MOST_PAGES = 5;

/**
 * Finds the record of a dropdown with exactly this name, in any case.
 *
 * @param what what a person calls such a record: `workflow`
 */
export function findByName(source: ChoiceSource, what: string): RecordFinder {
  return async (z, bundle, typed, label) => {
    const found: Choice[] = [];
    const exact: Choice[] = [];
    let token: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { choices, next } = await source(z, bundle, token);
      exact.push(...choices.filter(({ name }) => isSameName(name, typed)));
      found.push(...choices.filter(({ name }) => isSameName(withoutDetail(name), typed)));
      if (next === undefined) break;
      token = next;
    }
    return onlyOne(exact.length > 0 ? exact : found, { what, typed, label });
  };
}

/** A dropdown may add in parentheses what tells records of one name apart. */
function withoutDetail(name: string): string {
  return name.replace(/ \([^()]*\)$/, '');
}

/**
 * The ID of the one record that a text names.
 *
 * @throws errors.Error when there is none, or more than one
 */
export function onlyOne(
  found: readonly Choice[],
  { what, typed, label }: { what: string; typed: string; label: string },
): string {
  const [first, second] = found;
  if (!first) {
    throw new NoSuchRecordError(
      `"${label}" cannot be ${quoted(typed)}: no ${what} in this sub-account is called that.`,
      `Choose one from the list, or map the ID of ${withArticle(what)}.`,
    );
  }
  if (second) {
    throw invalid(
      `"${label}" cannot be ${quoted(typed)}: ${first.name} and ${second.name} both match.`,
      `Choose the one you mean from the list, or map its ID.`,
    );
  }
  return first.id;
}

function withArticle(noun: string): string {
  return `${/^[aeio]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** A page of choices. @param next the token of the one after it, null where there is none */
export function choicePage(choices: Choice[], next: string | null): ChoicePage {
  return next === null ? { choices } : { choices, next };
}

/** A page of choices; the next one is offered only where this one is full. */
export function pageOf(choices: Choice[], next: string | undefined): ChoicePage {
  return choices.length < PAGE_SIZE ? { choices } : { choices, next };
}
