import { useSignal } from '@preact/signals';

import type { OperationKind } from '../../api/catalog.ts';
import type { FindingView } from '../../api/run.ts';
import { Failed, Loading } from '../parts/states.tsx';
import { ask } from '../state/api.ts';
import { useLoaded } from '../state/loaded.ts';
import { connection } from '../state/settings.ts';
import './checks.css';

interface ChecksProps {
  kind: OperationKind;
  /** The operation's key. */
  operation: string;
}

/** What Zapier's integration checks find; read when it is opened. */
export function Checks(props: ChecksProps) {
  const isOpen = useSignal(false);
  return (
    <details
      class="checks"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>Zapier’s checks of this operation</summary>
      {isOpen.value && <Findings {...props} />}
    </details>
  );
}

function Findings({ kind, operation }: ChecksProps) {
  const { loaded, again } = useLoaded(
    () => ask<FindingView[]>('/findings', { kind, key: operation, connection: connection.peek() }),
    [kind, operation],
  );
  if (loaded.state === 'loading') return <Loading what="the checks" />;
  if (loaded.state === 'failed') return <Failed sentence={loaded.sentence} again={again} />;
  if (loaded.value.length === 0) return <p class="soft">No findings.</p>;
  return (
    <ul class="findings">
      {loaded.value.map(({ rule, title, field, message, reason }) => (
        <li key={`${rule} ${field} ${message}`}>
          <span class={`badge ${reason === '' ? 'bad' : 'warn'}`}>{rule}</span>{' '}
          <strong>{title}</strong>
          <p>{message}</p>
          {reason !== '' && <p class="soft">Stays, because: {reason}</p>}
        </li>
      ))}
    </ul>
  );
}
