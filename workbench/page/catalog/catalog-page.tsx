import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';

import type { CatalogEntry, OperationKind } from '../../api/catalog.ts';
import { Icon } from '../parts/icon.tsx';
import { Empty } from '../parts/states.tsx';
import { catalog, KIND_LABELS, placeOf } from '../state/catalog.ts';
import { groupsFor, type Group } from './matching.ts';
import './catalog.css';

const KINDS: readonly (OperationKind | '')[] = ['', 'triggers', 'searches', 'creates'];

/** Every operation by area, with a search. The address keeps what is searched for. */
export function CatalogPage() {
  const { query, route } = useLocation();
  useEffect(() => {
    document.title = 'Catalog · Workbench';
  }, []);
  if (catalog.value.state !== 'ready') return null;
  const { areas, operations, version } = catalog.value.value;
  const search = query['q'] ?? '';
  const kind = KINDS.find((one) => one === query['kind']) ?? '';
  const groups = groupsFor(areas, operations, search, kind);
  const go = (change: { q?: string; kind?: string }) => {
    const next = new URLSearchParams(
      Object.entries({ q: search, kind, ...change }).filter(([, value]) => value !== ''),
    ).toString();
    route(next === '' ? '/' : `/?${next}`, true);
  };
  return (
    <>
      <div class="catalog-head">
        <div>
          <h1>HighLevel Conversations</h1>
          <p class="soft">
            Version {version}: {operations.length} operations, as Zapier’s editor shows them, on a
            local HighLevel.
          </p>
        </div>
        <div class="catalog-tools">
          <label class="search-box">
            <Icon name="search" />
            <span class="visually-hidden">Search operations</span>
            <input
              type="search"
              placeholder="Search operations"
              value={search}
              onInput={({ currentTarget }) => {
                go({ q: currentTarget.value });
              }}
            />
          </label>
          <div class="segments" role="group" aria-label="Kind">
            {KINDS.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === kind}
                onClick={() => {
                  go({ kind: one });
                }}
              >
                {one === '' ? 'All' : KIND_LABELS[one].many}
              </button>
            ))}
          </div>
        </div>
      </div>
      <p class="visually-hidden" role="status">
        {groups.reduce((sum, { entries }) => sum + entries.length, 0)} operations
      </p>
      {groups.length === 0 ? (
        <Empty>
          <p>No operation contains all of these words. Try fewer, or another kind.</p>
        </Empty>
      ) : (
        groups.map((group) => <AreaSection key={group.area.key} {...group} />)
      )}
    </>
  );
}

function AreaSection({ area, entries }: Group) {
  return (
    <section class="area" aria-labelledby={`area-${area.key}`}>
      <h2 id={`area-${area.key}`}>
        {area.label} <span class="count">{entries.length}</span>
      </h2>
      <ul class="entries">
        {entries.map((entry) => (
          <li key={placeOf(entry)}>
            <Card {...entry} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Card(entry: CatalogEntry) {
  return (
    <a class="card" href={placeOf(entry)}>
      <span class="card-head">
        <span class="card-label">{entry.label}</span>
        <Badges {...entry} />
      </span>
      <span class="card-text">{entry.description}</span>
    </a>
  );
}

/** What kind of operation it is, and for a trigger how it starts a Zap. */
export function Badges({ kind, starts }: Pick<CatalogEntry, 'kind' | 'starts'>) {
  return (
    <span class="badges">
      <span class={`badge ${kind}`}>{KIND_LABELS[kind].one}</span>
      {starts === 'instant' && (
        <span class="badge" title="Needs the webhook relay">
          <Icon name="bolt" /> Instant (relay)
        </span>
      )}
      {starts === 'polling' && (
        <span class="badge">
          <Icon name="clock" /> Polling
        </span>
      )}
    </span>
  );
}
