import { useLocation } from 'preact-iso';
import { useEffect, useMemo } from 'preact/hooks';

import type { LiveEntry } from '../../api/live.ts';
import { Icon } from '../parts/icon.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { Window } from '../parts/window.tsx';
import { DeadLetters } from './dead-letters.tsx';
import { LiveDetails } from './live-details.tsx';
import { LiveSwitches } from './live-switches.tsx';
import { createLiveStore, type LiveStore } from './live-store.ts';
import { matchingEntries, outcomeOf, outcomeText, SHOWN, type Shown } from './matching.ts';
import { timeOf } from './times.ts';
import './live.css';

const SHOWN_LABELS: Readonly<Record<Shown, string>> = {
  all: 'All',
  delivered: 'Delivered',
  failed: 'Failed',
  unheard: 'No Zap',
};

/** What goes through the relay, while it happens. The URL keeps what is searched for and chosen. */
export function LivePage() {
  const { query, route } = useLocation();
  const store = useMemo(createLiveStore, []);
  useEffect(() => store.open(), [store]);
  useEffect(() => {
    document.title = 'Live · Workbench';
  }, []);
  const search = query['q'] ?? '';
  const shown = SHOWN.find((one) => one === query['show']) ?? 'all';
  const chosen = query['entry'] ?? '';
  const go = (change: { q?: string; show?: string; entry?: string }) => {
    const next = { q: search, show: shown === 'all' ? '' : shown, entry: chosen, ...change };
    const text = new URLSearchParams(
      Object.entries(next).filter(([, value]) => value !== ''),
    ).toString();
    route(text === '' ? '/live' : `/live?${text}`, true);
  };
  const entries = store.entries.value;
  const found = useMemo(() => matchingEntries(entries, search, shown), [entries, search, shown]);
  const current = entries.find(({ number }) => String(number) === chosen);
  return (
    <>
      <div class="page-head">
        <div>
          <h1>Live</h1>
          <p class="soft">
            What HighLevel sends, what the relay makes of it, and what reaches your Zaps.
          </p>
        </div>
        <LiveSwitches store={store} />
      </div>
      <Notices store={store} />
      <div class="live-tools">
        <label class="search-box">
          <Icon name="search" />
          <span class="visually-hidden">Search events</span>
          <input
            type="search"
            placeholder="Event, sub-account or trigger"
            value={search}
            onInput={({ currentTarget }) => {
              go({ q: currentTarget.value });
            }}
          />
        </label>
        <div class="segments" role="group" aria-label="Outcome">
          {SHOWN.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === shown}
              onClick={() => {
                go({ show: one === 'all' ? '' : one });
              }}
            >
              {SHOWN_LABELS[one]}
            </button>
          ))}
        </div>
        <Pause store={store} />
        <p class="live-count" role="status">
          {found.length === entries.length
            ? `${entries.length} ${entries.length === 1 ? 'event' : 'events'}`
            : `${found.length} of ${entries.length} events`}
        </p>
      </div>
      <div class="live-columns">
        <section class="panel live-list" aria-labelledby="events-title">
          <h2 id="events-title" class="visually-hidden">
            Events, newest first
          </h2>
          {found.length > 0 ? (
            <Window
              label="Events, newest first"
              id="event"
              items={found}
              keyOf={({ number }) => String(number)}
              draw={(entry) => <Row entry={entry} />}
              chosen={chosen}
              onChoose={({ number }) => {
                go({ entry: String(number) });
              }}
            />
          ) : (
            <Nothing store={store} />
          )}
        </section>
        <div class="live-side">
          <LiveDetails key={chosen} entry={current} isChosen={chosen !== ''} store={store} />
          <DeadLetters store={store} />
        </div>
      </div>
    </>
  );
}

function Row({ entry }: { entry: LiveEntry }) {
  const outcome = outcomeOf(entry);
  return (
    <div class="live-row">
      <time class="mono soft" dateTime={entry.at}>
        {timeOf(entry.at)}
      </time>
      <span class={`live-title ${outcome === 'note' ? 'live-note' : ''}`}>
        {entry.title}
        {entry.account !== '' && <span class="live-account">{entry.account}</span>}
      </span>
      {outcome !== 'note' && <span class={`badge ${BADGES[outcome]}`}>{outcomeText(entry)}</span>}
    </div>
  );
}

const BADGES = { failed: 'bad', waiting: '', delivered: 'good', unheard: '' } as const;

function Pause({ store }: { store: LiveStore }) {
  const isPaused = store.isPaused.value;
  return (
    <button
      type="button"
      class="button"
      aria-pressed={isPaused}
      onClick={() => {
        store.pause(!isPaused);
      }}
    >
      <Icon name={isPaused ? 'play' : 'pause'} />
      {isPaused ? `Go on${store.held.value > 0 ? ` (${store.held.value} new)` : ''}` : 'Pause'}
    </button>
  );
}

/** What is not as it should be: nothing is missing without saying so. */
function Notices({ store }: { store: LiveStore }) {
  const state = store.state.value;
  return (
    <div class="live-notices">
      {store.sentence.value !== '' && <Failed sentence={store.sentence.value} />}
      {store.link.value === 'lost' && store.sentence.value === '' && (
        <p class="notice warn" role="status">
          The connection to the workbench was lost. Connecting again …
        </p>
      )}
      {state?.highLevel === 'gone' && (
        <Failed sentence="The local HighLevel has stopped, so nothing works here. Press Ctrl+C in the terminal, then start the workbench again." />
      )}
      {state?.relay === 'stopped' && (
        <p class="notice warn" role="status">
          The relay is stopped. HighLevel repeats each webhook until it runs again.
        </p>
      )}
      {store.gaps.value.map(({ from, to }) => (
        <p key={from} class="notice warn" role="status">
          {from === to ? 'One event' : `${to - from + 1} events`} went by while this page was not
          connected and {from === to ? 'is' : 'are'} no longer kept. The relay delivered{' '}
          {from === to ? 'it' : 'them'} all the same.
        </p>
      ))}
    </div>
  );
}

function Nothing({ store }: { store: LiveStore }) {
  if (store.link.value === 'connecting') return <Loading what="events" />;
  if (store.entries.value.length > 0) {
    return (
      <Empty>
        <p>No event matches. Try fewer words, or another outcome.</p>
      </Empty>
    );
  }
  return (
    <Empty>
      <p>
        Nothing has happened yet. Switch a Zap with an instant trigger on, such as{' '}
        <a href="/triggers/new_inbound_message">New Inbound Message</a>. Then let a customer write
        on the <a href="/highlevel">HighLevel</a> page.
      </p>
    </Empty>
  );
}
