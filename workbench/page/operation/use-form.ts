import { useEffect } from 'preact/hooks';

import { connection } from '../state/settings.ts';
import type { FormStore } from './form-store.ts';

/** Reads the form when it opens, and again for another account. */
export function useForm(store: FormStore): void {
  const account = connection.value;
  useEffect(() => {
    void store.read();
  }, [store, account]);
}
