import type { ArrivalView, DeliveryView, LiveBody, LiveEntry } from '../../api/live.ts';
import { Icon } from '../parts/icon.tsx';
import { JsonView } from '../parts/json-view.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { ask } from '../state/api.ts';
import { useLoaded } from '../state/loaded.ts';
import type { LiveStore } from './live-store.ts';
import { since, timeOf } from './times.ts';

interface LiveDetailsProps {
  entry: LiveEntry | undefined;
  isChosen: boolean;
  store: LiveStore;
}

/** One event: each time it came, each delivery with its attempts, and its body. */
export function LiveDetails({ entry, isChosen, store }: LiveDetailsProps) {
  return (
    <section class="panel" aria-labelledby="details-title">
      <div class="panel-head">
        <h2 id="details-title">{entry?.title ?? 'Details'}</h2>
        {entry?.kind === 'webhook' && (
          <button
            type="button"
            class="button small"
            disabled={store.isBusy.value}
            onClick={() => void store.act('repeat', { number: entry.number })}
          >
            <Icon name="repeat" /> Send it again
          </button>
        )}
      </div>
      {entry ? (
        <Story entry={entry} />
      ) : (
        <p class="soft">
          {isChosen && store.link.value === 'open'
            ? 'This event is no longer kept. Choose another.'
            : 'Choose an event to see each attempt, and what the trigger returned.'}
        </p>
      )}
    </section>
  );
}

function Story({ entry }: { entry: LiveEntry }) {
  const { arrivals, deliveries, kind, at, account } = entry;
  return (
    <div class="story">
      <p class="soft">
        {timeOf(at)}
        {account !== '' && `, ${account}`}
      </p>
      <ol class="steps">
        {arrivals.map((arrival, index) => (
          <Arrival key={index} arrival={arrival} kind={kind} isFirst={index === 0} start={at} />
        ))}
        {deliveries.map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} start={at} />
        ))}
        {deliveries.length === 0 && kind === 'webhook' && arrivals.at(-1)?.result === 'new' && (
          <li>
            <p class="soft whole-line">No Zap that is on waits for this event.</p>
          </li>
        )}
      </ol>
      {(kind === 'webhook' || kind === 'delivery') && <Body number={entry.number} />}
    </div>
  );
}

/** The relay's words for what it made of a webhook. */
const RESULTS: Readonly<Record<string, string>> = {
  new: 'The relay stored it',
  repeated: 'The relay has it already, so nothing is delivered twice',
  unknown: 'The relay does not know this event',
  other_app: 'The relay dropped it: it is of another app',
  unreadable: 'The relay could not read it',
  no_relay: 'No relay was there. HighLevel sends it again',
  behind: 'The relay was behind. HighLevel sends it again',
  not_committed: 'The relay could not store it. HighLevel sends it again',
  signature: 'The relay refused it: the signature is missing or wrong',
};

function Arrival({
  arrival: { at, status, result, durationMs },
  kind,
  isFirst,
  start,
}: {
  arrival: ArrivalView;
  kind: LiveEntry['kind'];
  isFirst: boolean;
  start: string;
}) {
  const came = isFirst ? 'HighLevel sent it. ' : 'HighLevel sent it again. ';
  const words =
    kind === 'subscription' ? 'The relay answered' : (RESULTS[result] ?? 'The relay answered');
  return (
    <li>
      <Status status={status} />
      <p>
        {kind === 'webhook' && came}
        {words}.
      </p>
      <p class="soft mono">
        {since(start, at)}, took {durationMs.toFixed(0)} ms
      </p>
    </li>
  );
}

function Delivery({
  delivery: { zap, attempts, performed },
  start,
}: {
  delivery: DeliveryView;
  start: string;
}) {
  return (
    <>
      {attempts.map(({ at, status }, index) => (
        <li key={index}>
          <Status status={status} />
          <p>
            {zap}: attempt {index + 1}.{' '}
            {status < 300
              ? 'Zapier took it.'
              : status === 410
                ? 'The Zap is gone, and the subscription goes with it.'
                : 'The relay tries again.'}
          </p>
          <p class="soft mono">{since(start, at)}</p>
        </li>
      ))}
      {performed && (
        <li>
          <span class={`badge ${performed.sentence === '' ? 'good' : 'bad'}`}>Trigger</span>
          <p>{performed.sentence || startedText(performed.records)}</p>
          <p class="soft mono">took {performed.durationMs.toFixed(0)} ms</p>
        </li>
      )}
    </>
  );
}

function startedText(records: number): string {
  if (records === 0) return 'The trigger filtered it out: the Zap does not start.';
  return records === 1 ? 'One record starts the Zap.' : `${records} records start the Zap.`;
}

function Status({ status }: { status: number }) {
  return <span class={`badge ${status >= 200 && status < 300 ? 'good' : 'bad'}`}>{status}</span>;
}

function Body({ number }: { number: number }) {
  const { loaded, again } = useLoaded(() => ask<LiveBody>('/live/body', { number }), [number]);
  if (loaded.state === 'loading') return <Loading what="the body" />;
  if (loaded.state === 'failed') return <Failed sentence={loaded.sentence} again={again} />;
  return <JsonView text={pretty(loaded.value.body)} />;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text; // Cut off, or no JSON: shown as it came.
  }
}
