import type { Act } from './act.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const STEPS: readonly { label: string; ms: number }[] = [
  { label: '1 hour', ms: HOUR },
  { label: '1 day', ms: DAY },
  { label: '1 week', ms: 7 * DAY },
];

interface ClockProps {
  aheadMs: number;
  isBusy: boolean;
  act: Act;
}

/** HighLevel's time, moved forward: appointments pass, tasks and invoices are due, tokens end. */
export function Clock({ aheadMs, isBusy, act }: ClockProps) {
  return (
    <section class="panel" aria-labelledby="clock-title">
      <h2 id="clock-title">Clock</h2>
      <p class="soft">
        {aheadMs === 0 ? 'The clock is right.' : `HighLevel is ${aheadText(aheadMs)} ahead.`} Move
        it forward to see what is due, and tokens that end. A reset puts it right.
      </p>
      <div class="faults">
        {STEPS.map(({ label, ms }) => (
          <button
            key={label}
            type="button"
            class="button small"
            disabled={isBusy}
            onClick={() => void act('clock', { byMs: ms }, `It is ${label} later in HighLevel.`)}
          >
            {label}
          </button>
        ))}
      </div>
    </section>
  );
}

function aheadText(ms: number): string {
  const days = Math.floor(ms / DAY);
  const hours = Math.floor((ms % DAY) / HOUR);
  const parts = [counted(days, 'day'), counted(hours, 'hour')].filter((part) => part !== '');
  return parts.join(' and ');
}

function counted(count: number, what: string): string {
  if (count === 0) return '';
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
