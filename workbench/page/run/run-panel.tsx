import { useMemo } from 'preact/hooks';

import type { CatalogEntry } from '../../api/catalog.ts';
import type { FormStore } from '../operation/form-store.ts';
import { Icon } from '../parts/icon.tsx';
import { Empty } from '../parts/states.tsx';
import { createRunStore, type RunStore, type ShownRun } from './run-store.ts';
import { RunResult, summaryOf } from './run-result.tsx';
import './run.css';

/** Tests of an operation, and for a trigger a Zap that can be switched on. */
export function RunPanel({ entry, store }: { entry: CatalogEntry; store: FormStore }) {
  const run = useMemo(() => createRunStore(store), [store]);
  const chosen = run.runs.value.find(({ id }) => id === run.chosen.value);
  return (
    <section class="panel run-panel" aria-labelledby="run-title">
      <div class="panel-head">
        <h2 id="run-title">Test</h2>
        <div class="panel-tools">
          <Buttons entry={entry} run={run} />
        </div>
      </div>
      <p class="run-busy" role="status">
        {run.busy.value !== '' ? (
          <>
            <span class="loading-bar" aria-hidden="true" /> {run.busy.value} …
          </>
        ) : (
          chosen && <span class="visually-hidden">{announcementOf(chosen)}</span>
        )}
      </p>
      {run.sentence.value !== '' && (
        <p class="run-sentence" role="alert">
          {run.sentence.value}
        </p>
      )}
      <History run={run} />
      {chosen ? (
        <RunResult key={chosen.id} run={chosen} store={run} />
      ) : (
        <Empty>
          <p>{hintFor(entry)}</p>
        </Empty>
      )}
    </section>
  );
}

/** What a screen reader says once a run has ended. */
function announcementOf(run: ShownRun): string {
  const { error } = run;
  return error ? `${error.name}. ${error.sentence}` : `Success. ${summaryOf(run)}`;
}

function hintFor({ kind, starts }: CatalogEntry): string {
  if (starts === 'instant') {
    return 'Test trigger shows examples, as the editor does. Switch the Zap on to subscribe at the relay, let it happen in HighLevel, and take the delivery.';
  }
  if (starts === 'polling') {
    return 'Test trigger shows examples, as the editor does. Switch the Zap on, let it happen in HighLevel, and poll twice to see what deduplication lets through.';
  }
  return kind === 'searches'
    ? 'Fill in the form and test the search. It runs in Zapier’s own handler on the local HighLevel.'
    : 'Fill in the form and test the step. It really happens, in the local HighLevel only.';
}

function Buttons({ entry, run }: { entry: CatalogEntry; run: RunStore }) {
  const isBusy = run.busy.value !== '';
  const button = (label: string, act: () => Promise<void>, isPrimary = false) => (
    <button
      type="button"
      class={`button ${isPrimary ? 'primary' : ''}`}
      disabled={isBusy}
      onClick={() => void act()}
    >
      {label}
    </button>
  );
  if (entry.kind !== 'triggers') {
    return button(entry.kind === 'searches' ? 'Test search' : 'Test step', run.test, true);
  }
  if (run.zap.value === undefined) {
    return (
      <>
        {button('Switch the Zap on', run.switchOn)}
        {button('Test trigger', run.test, true)}
      </>
    );
  }
  return (
    <>
      <span class="badge good">
        <Icon name="power" /> The Zap is on
      </span>
      {button('Let it happen in HighLevel', run.happen)}
      {entry.starts === 'instant'
        ? button('Take the delivery', run.next, true)
        : button('Poll', run.poll, true)}
      {button('Switch off', run.switchOff)}
    </>
  );
}

/** Earlier runs, to look at again. */
function History({ run }: { run: RunStore }) {
  if (run.runs.value.length < 2) return null;
  return (
    <div class="history" role="group" aria-label="Runs, newest first">
      {run.runs.value.map(({ id, title, error, records }, index) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === run.chosen.value}
          onClick={() => (run.chosen.value = id)}
        >
          {run.runs.value.length - index}. {title}
          <span class={error ? 'bad-text' : 'soft'}>
            {' '}
            {error ? error.name : String(records?.length ?? 0)}
          </span>
        </button>
      ))}
    </div>
  );
}
