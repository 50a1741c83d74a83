import type { Bundle, ZObject } from 'zapier-platform-core';

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

/** Reads a page of a dropdown; no token means the first. */
export type ChoiceSource = (z: ZObject, bundle: Bundle, token?: string) => Promise<ChoicePage>;

/** How many entries a page of a dropdown shows; HighLevel returns no more at once. */
export const PAGE_SIZE = 100;

/** `choices.perform` of a static field, which Zapier pages by token. */
export function choicesFrom(source: ChoiceSource) {
  return {
    perform: async (z: ZObject, bundle: Bundle) => {
      const { choices, next } = await source(z, bundle, bundle.meta.paging_token);
      return {
        results: choices.map(({ id, name }) => ({ id, label: name })),
        paging_token: next ?? null,
      };
    },
  };
}

/** The same of choices that need no request: any other value is refused. */
export function fixedChoices(list: () => Choice[]) {
  const { perform } = choicesFrom(() => Promise.resolve({ choices: list() }));
  return { perform: Object.assign(perform, { fixed: list }) };
}

/** A page of choices; the next one is offered only where this one is full. */
export function pageOf(choices: Choice[], next: string | undefined): ChoicePage {
  return choices.length < PAGE_SIZE ? { choices } : { choices, next };
}
