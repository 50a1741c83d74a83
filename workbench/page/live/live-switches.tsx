import type { HookAnswer } from '../../api/live.ts';
import { Icon } from '../parts/icon.tsx';
import type { LiveStore } from './live-store.ts';

const ANSWERS: readonly { answer: HookAnswer; label: string }[] = [
  { answer: 'takes', label: 'takes deliveries' },
  { answer: 'limit', label: 'is at its limit (429)' },
  { answer: 'fails', label: 'fails (500)' },
  { answer: 'gone', label: 'says the Zap is gone (410)' },
];

/** What a person lets go wrong: Zapier refuses, the relay is away. */
export function LiveSwitches({ store }: { store: LiveStore }) {
  const state = store.state.value;
  const isStopped = state?.relay === 'stopped';
  return (
    <div class="panel-tools live-switches">
      <label class="setting">
        <span>Zapier</span>
        <select
          value={state?.hooks ?? 'takes'}
          disabled={!state || store.isBusy.value}
          onChange={({ currentTarget }) => void store.act('hooks', { answer: currentTarget.value })}
        >
          {ANSWERS.map(({ answer, label }) => (
            <option key={answer} value={answer}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="button"
        disabled={!state || store.isBusy.value}
        onClick={() => void store.act('relay', { runs: isStopped })}
      >
        <Icon name="power" /> {isStopped ? 'Start the relay' : 'Stop the relay'}
      </button>
    </div>
  );
}
