import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { sentenceOf } from './api.ts';

/** Something that is asked for: not there yet, there, or refused with a sentence. */
export type Loaded<Value> =
  | { state: 'loading' }
  | { state: 'ready'; value: Value }
  | { state: 'failed'; sentence: string };

/**
 * Asks when the component appears, and again when a dependency changes or `again` is called. What
 * came last stays until the next is there, and an answer that was overtaken is dropped.
 */
export function useLoaded<Value>(
  load: () => Promise<Value>,
  dependencies: readonly unknown[],
): { loaded: Loaded<Value>; again: () => void } {
  const loaded = useSignal<Loaded<Value>>({ state: 'loading' });
  const asked = useSignal(0);
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (value) => {
        if (isCurrent) loaded.value = { state: 'ready', value };
      },
      (error: unknown) => {
        if (isCurrent) loaded.value = { state: 'failed', sentence: sentenceOf(error) };
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [...dependencies, asked.value]);
  return {
    loaded: loaded.value,
    again: () => {
      asked.value += 1;
    },
  };
}
