import type { ErrorView } from '../../api/run.ts';
import { Icon } from '../parts/icon.tsx';
import { JsonView } from '../parts/json-view.tsx';
import { Tabs, type Tab } from '../parts/tabs.tsx';
import { Output } from './output.tsx';
import { Requests } from './requests.tsx';
import type { RunStore, ShownRun } from './run-store.ts';
import { CopyButton } from '../parts/copy-button.tsx';

/** What one run came to: a summary, then tabs for what it returned and what it sent. */
export function RunResult({ run, store }: { run: ShownRun; store: RunStore }) {
  const { records, error, requests, console } = run;
  const tabs: Tab[] = [
    error
      ? { key: 'error', label: 'Error', content: () => <Failure error={error} store={store} /> }
      : {
          key: 'output',
          label: 'Output',
          ...(records && { count: records.length }),
          content: () => <Output run={run} />,
        },
    {
      key: 'json',
      label: 'JSON',
      content: () => <JsonView text={JSON.stringify(records ?? error, null, 2)} />,
    },
    {
      key: 'requests',
      label: 'Requests',
      count: requests.length,
      content: () => <Requests requests={requests} />,
    },
    ...(console.length > 0
      ? [
          {
            key: 'console',
            label: 'Console',
            count: console.length,
            content: () => <pre class="mono">{console.join('\n')}</pre>,
          },
        ]
      : []),
  ];
  return (
    <div class="run-result" data-outcome={error ? error.name : 'success'}>
      <div class="run-summary">
        <Summary run={run} />
        {run.invoke !== null && <CopyButton text={run.invoke} label="Copy as invoke command" />}
      </div>
      {run.isWaiting && (
        <div class="run-waiting">
          <p>The Zap is paused at this step until the contact answers.</p>
          <button
            type="button"
            class="button small"
            disabled={store.busy.value !== ''}
            onClick={() => void store.answer(run.id)}
          >
            Let the contact answer
          </button>
        </div>
      )}
      <Tabs label="What the run came to" tabs={tabs} />
    </div>
  );
}

/** What was run, what came of it, and how long it took. */
export function summaryOf({ title, error, records, started, durationMs }: ShownRun): string {
  const time = `${durationMs.toFixed(0)} ms`;
  if (error) return `${title}, ${time}`;
  const count = records?.length ?? 0;
  const starts =
    started === undefined
      ? ''
      : `, ${started.length} of which start${started.length === 1 ? 's' : ''} the Zap`;
  return `${title}: ${count} ${count === 1 ? 'record' : 'records'}${starts}, ${time}`;
}

function Summary({ run }: { run: ShownRun }) {
  const { error } = run;
  if (error) {
    const isOrderly = error.name === 'HaltedError' || error.name === 'ThrottledError';
    return (
      <p>
        <span class={`badge ${isOrderly ? 'warn' : 'bad'}`}>
          <Icon name="warning" /> {error.name}
        </span>{' '}
        {summaryOf(run)}
      </p>
    );
  }
  return (
    <p>
      <span class="badge good">
        <Icon name="check" /> Success
      </span>{' '}
      {summaryOf(run)}
    </p>
  );
}

function Failure({ error, store }: { error: ErrorView; store: RunStore }) {
  return (
    <dl class="failure">
      <dt>What a person reads in Zapier</dt>
      <dd class="failure-sentence">{error.sentence}</dd>
      <dt>Class</dt>
      <dd>
        <code>{error.name}</code>
      </dd>
      <dt>What Zapier does next</dt>
      <dd>{error.next}</dd>
      {error.name === 'RefreshAuthError' && (
        <dd>
          <button
            type="button"
            class="button small"
            disabled={store.busy.value !== ''}
            onClick={() => void store.refreshAndTest()}
          >
            Refresh the connection and test again
          </button>
        </dd>
      )}
    </dl>
  );
}
