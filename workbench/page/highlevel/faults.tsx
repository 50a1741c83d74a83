import type { FaultView } from '../../api/highlevel.ts';
import type { Act } from './act.ts';

interface FaultSwitchesProps {
  faults: readonly FaultView[];
  isBusy: boolean;
  act: Act;
}

/** How many calls one click makes fail: a step makes one to a few. */
const TIMES = 3;

/** What the next calls to HighLevel meet. */
export function FaultSwitches({ faults, isBusy, act }: FaultSwitchesProps) {
  const isAny = faults.some(({ left }) => left > 0);
  return (
    <section class="panel" aria-labelledby="faults-title">
      <h2 id="faults-title">What goes wrong</h2>
      <p class="soft">For the next {TIMES} calls to HighLevel. Then test a step.</p>
      <ul class="faults">
        {faults.map(({ key, label, left }) => (
          <li key={key}>
            <button
              type="button"
              class="button small"
              disabled={isBusy}
              onClick={() => void act('faults', { key, times: TIMES }, `Switched on: ${label}.`)}
            >
              {label}
            </button>
            {left > 0 && <span class="badge warn">{left} left</span>}
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button small quiet"
        disabled={isBusy || !isAny}
        onClick={() => void act('faults/clear', {}, 'Nothing goes wrong now.')}
      >
        Switch all off
      </button>
    </section>
  );
}
