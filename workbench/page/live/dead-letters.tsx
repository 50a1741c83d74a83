import type { DeadLetterView } from '../../api/live.ts';
import { Icon } from '../parts/icon.tsx';
import type { LiveStore } from './live-store.ts';
import { timeOf } from './times.ts';

/** How many are listed; all are replayed together. */
const MOST_LISTED = 50;

/** Deliveries that the relay gave up, to be delivered again. */
export function DeadLetters({ store }: { store: LiveStore }) {
  const letters = store.state.value?.deadLetters ?? [];
  const isStopped = store.state.value?.relay === 'stopped';
  const replay = (id: string | null) => void store.act('replay', { id });
  return (
    <section class="panel" aria-labelledby="dead-title">
      <div class="panel-head">
        <h2 id="dead-title">
          Dead letters <span class="count">{letters.length}</span>
        </h2>
        {letters.length > 0 && (
          <button
            type="button"
            class="button small"
            disabled={store.isBusy.value}
            onClick={() => {
              replay(null);
            }}
          >
            <Icon name="repeat" /> Replay all
          </button>
        )}
      </div>
      {letters.length === 0 && (
        <p class="soft">
          {isStopped
            ? 'The relay is stopped. It keeps its dead letters.'
            : 'None. The relay gives up on a delivery after 24 hours of failures, in the workbench after 8 seconds. To see one, make Zapier fail.'}
        </p>
      )}
      <ul class="letters">
        {letters.slice(0, MOST_LISTED).map((letter) => (
          <Letter
            key={letter.id}
            letter={letter}
            isBusy={store.isBusy.value}
            replay={() => {
              replay(letter.id);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface LetterProps {
  letter: DeadLetterView;
  isBusy: boolean;
  replay: () => void;
}

function Letter({ letter, isBusy, replay }: LetterProps) {
  const { event, zap, account, attempts, reason, diedAt } = letter;
  return (
    <li class="letter">
      <div>
        <p>
          <strong>{event}</strong> for {zap}
        </p>
        <p class="soft">
          {timeOf(diedAt)}, {account !== '' && `${account}, `}
          {attempts} {attempts === 1 ? 'attempt' : 'attempts'}. {reason}
        </p>
      </div>
      <button
        type="button"
        class="button small"
        aria-label={`Replay ${event} for ${zap}, ${timeOf(diedAt)}`}
        disabled={isBusy}
        onClick={replay}
      >
        Replay
      </button>
    </li>
  );
}
