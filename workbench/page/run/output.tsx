import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import type { PointerView } from '../../api/run.ts';
import { Icon } from '../parts/icon.tsx';
import { Empty } from '../parts/states.tsx';
import { ValueLink } from '../parts/value-link.tsx';
import { ask, sentenceOf } from '../state/api.ts';
import { connection } from '../state/settings.ts';
import { linesOf, textOf, type Cell } from './labeled.ts';
import type { ShownRun } from './run-store.ts';

/** How many records are drawn. */
const STEP = 10;

/** The records as Zapier shows them: a label and a value for each field. */
export function Output({ run: { records, outputFields, started } }: { run: ShownRun }) {
  const shown = useSignal(STEP);
  if (!records || records.length === 0) return <NothingFound />;
  return (
    <div class="output">
      {records.slice(0, shown.value).map((record, index) => (
        <RecordView
          key={index}
          index={index}
          record={record}
          outputFields={outputFields}
          starts={started?.includes(index)}
        />
      ))}
      {records.length > shown.value && (
        <button type="button" class="button small" onClick={() => (shown.value += STEP * 5)}>
          Show more of the {records.length} records
        </button>
      )}
    </div>
  );
}

interface RecordOfRun {
  index: number;
  record: Record<string, unknown>;
  outputFields: ShownRun['outputFields'];
  /** Whether it starts the Zap; undefined where no Zap is on. */
  starts: boolean | undefined;
}

/** Drawn once, however many are shown after it; its lines once it is opened. */
function RecordView({ index, record, outputFields, starts }: RecordOfRun) {
  const isFirst = index === 0;
  const wasOpened = useSignal(isFirst);
  return useMemo(
    () => (
      <details
        class="record"
        open={isFirst}
        onToggle={({ currentTarget }) => {
          wasOpened.value ||= currentTarget.open;
        }}
      >
        <summary>
          {index + 1}. {titleOf(record)}
          {starts !== undefined && (
            <span class={`badge ${starts ? 'good' : ''}`}>
              {starts ? 'Starts the Zap' : 'Known already'}
            </span>
          )}
        </summary>
        {wasOpened.value && (
          <dl class="lines">
            {linesOf(record, outputFields).map(({ key, label, value }) => (
              <div key={key} class="line">
                <dt title={key}>{label}</dt>
                <dd>
                  <CellView cell={value} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </details>
    ),
    [index, record, outputFields, starts, wasOpened.value],
  );
}

const NAMES = ['name', 'title', 'subject', 'fullName', 'firstName', 'body', 'label', 'id'];

function titleOf(record: Record<string, unknown>): string {
  const name = NAMES.map((key) => record[key]).find(
    (value) => typeof value === 'string' && value !== '' && !value.startsWith('hydrate|||'),
  );
  return typeof name === 'string' ? name.slice(0, 80) : 'Record';
}

function CellView({ cell }: { cell: Cell }) {
  switch (cell.kind) {
    case 'blank':
      return <span class="blank">blank</span>;
    case 'text':
      return <Text text={cell.text} />;
    case 'pointer':
      return <Pointer pointer={cell.pointer} />;
    case 'table':
      return (
        <div class="table-scroll" tabIndex={0} role="group" aria-label="Line items">
          <table>
            <thead>
              <tr>
                {cell.columns.map(({ key, label }) => (
                  <th key={key} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {cell.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((one, place) => (
                    <td key={place}>
                      <CellView cell={one} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

const LONG = 400;

function Text({ text }: { text: string }) {
  const isWhole = useSignal(text.length <= LONG);
  if (/^https?:\/\/\S+$/.test(text)) return <ValueLink url={text} />;
  return (
    <span class="value-text">
      {isWhole.value ? text : `${text.slice(0, LONG)} …`}
      {!isWhole.value && (
        <button type="button" class="button small quiet" onClick={() => (isWhole.value = true)}>
          Show all {text.length} characters
        </button>
      )}
    </span>
  );
}

/** A value that Zapier fetches when a step uses it: fetched on a click. */
function Pointer({ pointer }: { pointer: string }) {
  const fetched = useSignal<PointerView | undefined>(undefined);
  const sentence = useSignal('');
  const isBusy = useSignal(false);
  const follow = async () => {
    isBusy.value = true;
    try {
      fetched.value = await ask<PointerView>('/pointers', {
        connection: connection.value,
        pointer,
      });
      sentence.value = '';
    } catch (error) {
      sentence.value = sentenceOf(error);
    } finally {
      isBusy.value = false;
    }
  };
  const found = fetched.value;
  if (found) {
    const cost = found.requests.length;
    return (
      <div class="pointer">
        <Fetched value={found.value} />
        <span class="soft">
          Cost {cost} {cost === 1 ? 'request' : 'requests'}
        </span>
      </div>
    );
  }
  return (
    <div class="pointer">
      <button
        type="button"
        class="button small"
        disabled={isBusy.value}
        onClick={() => void follow()}
      >
        <Icon name="down" /> {isBusy.value ? 'Fetching …' : 'Fetch it'}
      </button>
      <span class="soft">Zapier fetches this when a step uses it.</span>
      {sentence.value !== '' && (
        <span class="bad-text" role="alert">
          {sentence.value}
        </span>
      )}
    </div>
  );
}

function Fetched({ value }: { value: unknown }) {
  if (value === null || value === '') return <CellView cell={{ kind: 'blank' }} />;
  if (typeof value !== 'object') return <Text text={textOf(value)} />;
  return (
    <dl class="lines">
      {linesOf({ ...value }, []).map(({ key, label, value: cell }) => (
        <div key={key} class="line">
          <dt>{label}</dt>
          <dd>
            <CellView cell={cell} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function NothingFound() {
  return (
    <Empty>
      <p>
        It returned no records. That is a success too: in a Zap, nothing starts, or nothing was
        found.
      </p>
    </Empty>
  );
}
