import { h, type JSX } from 'preact';
import { lazy } from 'preact-iso';

import { Failed } from '../parts/states.tsx';
import { ask, sentenceOf } from '../state/api.ts';

export type Page = () => JSX.Element | null;

/** A page whose code is loaded when it is opened first. Where that fails, it says why. */
export function loadedPage(load: () => Promise<Page>): Page {
  return lazy(() => load().catch(notLoaded));
}

/** The browser does not tell why code was not loaded; the server does, when it is asked. */
async function notLoaded(): Promise<Page> {
  const sentence = await ask('/catalog').then(
    () => 'This page was not loaded. Try again.',
    sentenceOf,
  );
  const again = () => {
    location.reload();
  };
  return () => h(Failed, { sentence, again });
}
