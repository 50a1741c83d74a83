import { loadedPage, type Page } from './loaded-page.ts';

interface Room {
  path: string;
  label: string;
  /** The places in it, where there are several. */
  route?: string;
  Page: Page;
}

/** The pages of the navigation, in their order. Each is loaded when it is opened first. */
export const ROOMS: readonly Room[] = [
  {
    path: '/',
    label: 'Catalog',
    Page: loadedPage(() => import('../catalog/catalog-page.tsx').then((room) => room.CatalogPage)),
  },
  {
    path: '/highlevel',
    label: 'HighLevel',
    Page: loadedPage(() =>
      import('../highlevel/highlevel-page.tsx').then((room) => room.HighLevelPage),
    ),
  },
  {
    path: '/live',
    label: 'Live',
    Page: loadedPage(() => import('../live/live-page.tsx').then((room) => room.LivePage)),
  },
  {
    path: '/recipes',
    label: 'Recipes',
    // Not `:key`: the router would give it to the page as its key, and draw all of it anew.
    route: '/recipes/:recipe?',
    Page: loadedPage(() => import('../recipes/recipes-page.tsx').then((room) => room.RecipesPage)),
  },
];

/** The page of one operation, by its kind and key. */
export const OperationPage = loadedPage(() =>
  import('../operation/operation-page.tsx').then((room) => room.OperationPage),
);
