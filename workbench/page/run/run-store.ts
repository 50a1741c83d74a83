import { signal, type Signal } from '@preact/signals';

import type { RunView, ZapRun, ZapView } from '../../api/run.ts';
import type { FormStore } from '../operation/form-store.ts';
import { ask, sentenceOf } from '../state/api.ts';
import { connection } from '../state/settings.ts';

/** A run as the page lists it. */
export type ShownRun = RunView & Partial<Pick<ZapRun, 'started'>>;

/** How many runs stay in sight. */
const MOST_SHOWN = 8;

/** The tests of one operation, and its Zap where one is on. */
export interface RunStore {
  /** Newest first. */
  runs: Signal<ShownRun[]>;
  chosen: Signal<string>;
  /** What is under way, such as "Testing"; empty where nothing is. */
  busy: Signal<string>;
  sentence: Signal<string>;
  zap: Signal<string | undefined>;
  test: () => Promise<void>;
  answer: (id: string) => Promise<void>;
  refreshAndTest: () => Promise<void>;
  switchOn: () => Promise<void>;
  poll: () => Promise<void>;
  happen: () => Promise<void>;
  next: () => Promise<void>;
  switchOff: () => Promise<void>;
}

/** The labels of required fields that are blank, as the editor names them before it tests. */
function missingIn({ form, entries }: FormStore): string[] {
  return (form.value?.fields ?? [])
    .filter(({ isRequired, type }) => isRequired && type !== 'copy')
    .filter(({ key }) => {
      const entry = entries.value[key];
      return !entry || (entry.from === 'step' && entry.value === '');
    })
    .map(({ label }) => label);
}

export function createRunStore(form: FormStore): RunStore {
  const runs = signal<ShownRun[]>([]);
  const chosen = signal('');
  const busy = signal('');
  const sentence = signal('');
  const zap = signal<string | undefined>(undefined);

  const show = (run: ShownRun) => {
    runs.value = [run, ...runs.value].slice(0, MOST_SHOWN);
    chosen.value = run.id;
  };
  /** One thing at a time: whoever clicks twice starts one. */
  const exclusively = async (what: string, act: () => Promise<void>) => {
    if (busy.value !== '') return;
    busy.value = what;
    sentence.value = '';
    try {
      await act();
    } catch (error) {
      sentence.value = sentenceOf(error);
    } finally {
      busy.value = '';
    }
  };
  const test = async () => {
    const missing = missingIn(form);
    if (missing.length > 0) throw new Error(`Fill in what is required: ${missing.join(', ')}.`);
    show(await ask<RunView>('/runs', { ...form.state(), id: crypto.randomUUID() }));
  };
  const ofZap = (path: string) => ask<ZapRun>(`/zaps/${path}`, { id: zap.value });
  return {
    runs,
    chosen,
    busy,
    sentence,
    zap,
    test: () => exclusively('Testing', test),
    answer: (id) =>
      exclusively('Waiting for the answer', async () => {
        show(await ask<RunView>('/runs/answer', { id }));
        runs.value = runs.value.map((run) => (run.id === id ? { ...run, isWaiting: false } : run));
      }),
    refreshAndTest: () =>
      exclusively('Refreshing', async () => {
        await ask('/connections/refresh', { connection: connection.value });
        await test();
      }),
    switchOn: () =>
      exclusively('Switching on', async () => {
        const { id, isOn, run } = await ask<ZapView>('/zaps/on', form.state());
        if (isOn) zap.value = id;
        show(run);
      }),
    poll: () =>
      exclusively('Polling', async () => {
        show(await ofZap('poll'));
      }),
    happen: () =>
      exclusively('Making it happen', async () => {
        await ofZap('happen');
      }),
    next: () =>
      exclusively('Waiting for a delivery', async () => {
        show(await ofZap('next'));
      }),
    switchOff: () =>
      exclusively('Switching off', async () => {
        await ofZap('off');
        zap.value = undefined;
      }),
  };
}
