import { h, type JSX } from 'preact';
import { lazy } from 'preact-iso';

import { FailedPage } from '../parts/states.tsx';
import { whyNotLoaded } from '../state/api.ts';

export type Page = () => JSX.Element | null;

/** A page whose code is loaded when it is opened first. Where that fails, it says why. */
export function loadedPage(load: () => Promise<Page>): Page {
  return lazy(() => load().catch(notLoaded));
}

async function notLoaded(): Promise<Page> {
  const sentence = await whyNotLoaded();
  const again = () => {
    location.reload();
  };
  return () => h(FailedPage, { sentence, again });
}
