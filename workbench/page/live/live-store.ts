import { signal, type Signal } from '@preact/signals';

import type { LiveEntry, LiveGap, LiveMessages, LiveState } from '../../api/live.ts';
import { ask, sentenceOf } from '../state/api.ts';

/** How many entries stay in the page: as many as the server keeps. */
const MOST_KEPT = 10_000;

/** Whether the stream is there: before the first message, connected, cut off and trying again. */
export type Link = 'connecting' | 'open' | 'lost';

/** What goes through the relay, as this page has been told. */
export interface LiveStore {
  /** Oldest first. */
  entries: Signal<readonly LiveEntry[]>;
  state: Signal<LiveState | undefined>;
  link: Signal<Link>;
  /** Entries that went by unseen, and are lost. */
  gaps: Signal<readonly LiveGap[]>;
  isPaused: Signal<boolean>;
  /** How many entries are new or changed since the pause. */
  held: Signal<number>;
  /** Why the last thing that was asked for did not happen; empty where it did. */
  sentence: Signal<string>;
  isBusy: Signal<boolean>;
  pause: (isPaused: boolean) => void;
  /** Asks for something; one thing at a time, so that a double click does it once. */
  act: (path: string, body: unknown) => Promise<void>;
  /** Listens. @returns what ends it */
  open: () => () => void;
}

export function createLiveStore(): LiveStore {
  const known = new Map<number, LiveEntry>();
  const entries = signal<readonly LiveEntry[]>([]);
  const state = signal<LiveState | undefined>(undefined);
  const link = signal<Link>('connecting');
  const gaps = signal<readonly LiveGap[]>([]);
  const isPaused = signal(false);
  const held = signal(0);
  const sentence = signal('');
  const isBusy = signal(false);
  const changed = new Set<number>();
  let frame = 0;

  /** Draws once for all that came since the last picture. */
  const show = () => {
    frame = 0;
    if (isPaused.value) {
      held.value = changed.size;
      return;
    }
    changed.clear();
    held.value = 0;
    entries.value = [...known.values()];
  };
  const take = (incoming: readonly LiveEntry[]) => {
    for (const entry of incoming) {
      known.set(entry.number, entry);
      changed.add(entry.number);
    }
    for (const number of known.keys()) {
      if (known.size <= MOST_KEPT) break;
      known.delete(number);
    }
    frame ||= requestAnimationFrame(show);
  };
  /** The browser does not say why a stream is refused: a question of its own does. */
  const findOut = async () => {
    try {
      await ask('/catalog');
      sentence.value = '';
    } catch (error) {
      sentence.value = sentenceOf(error);
    }
  };
  const open = () => {
    const source = new EventSource('/api/live/stream');
    let again: ReturnType<typeof setTimeout> | undefined;
    let end = () => {
      source.close();
      clearTimeout(again);
      cancelAnimationFrame(frame);
      frame = 0;
    };
    const on = <Name extends keyof LiveMessages>(
      name: Name,
      act: (data: LiveMessages[Name]) => void,
    ) => {
      source.addEventListener(name, ({ data }: MessageEvent<string>) => {
        // The stream of this package's server carries what api/live.ts declares for the name.
        act(JSON.parse(data) as LiveMessages[Name]);
      });
    };
    on('changes', (changes) => {
      take(changes.entries);
    });
    on('gap', (gap) => {
      gaps.value = [...gaps.value, gap];
    });
    on('state', (next) => {
      state.value = next;
    });
    source.onopen = () => {
      link.value = 'open';
      sentence.value = '';
    };
    source.onerror = () => {
      link.value = 'lost';
      void findOut();
      if (source.readyState !== EventSource.CLOSED) return;
      // The browser gives up a stream that was refused; whoever restarted the workbench is asked again.
      again = setTimeout(() => (end = open()), 2000);
    };
    return () => {
      end();
    };
  };
  return {
    entries,
    state,
    link,
    gaps,
    isPaused,
    held,
    sentence,
    isBusy,
    open,
    pause: (next) => {
      isPaused.value = next;
      if (!next) show();
    },
    act: async (path, body) => {
      if (isBusy.value) return;
      isBusy.value = true;
      try {
        const answer = await ask<LiveState | { repeated: true }>(`/live/${path}`, body);
        if ('relay' in answer) state.value = answer;
        sentence.value = '';
      } catch (error) {
        sentence.value = sentenceOf(error);
      } finally {
        isBusy.value = false;
      }
    },
  };
}
