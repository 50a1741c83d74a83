import { OperationError } from '../../../local/index.ts';
import type { OperationKind } from '../../api/catalog.ts';
import type { ErrorView } from '../../api/run.ts';

/** What a person reads of a failure, and what Zapier would do next. */
export function errorView(error: unknown, kind: OperationKind): ErrorView {
  if (!(error instanceof OperationError)) {
    return {
      name: 'Error',
      sentence: error instanceof Error ? error.message : String(error),
      next: FAILS[kind],
    };
  }
  return { name: error.name, sentence: error.summary, next: nextOf(error, kind) };
}

const FAILS: Readonly<Record<OperationKind, string>> = {
  triggers:
    'Zapier checks again at the next poll. After a day of errors it tells the owner of the Zap.',
  searches:
    'Zapier marks the run as failed and tells the owner of the Zap. With Autoreplay on, it tries this step again later.',
  creates:
    'Zapier marks the run as failed and tells the owner of the Zap. With Autoreplay on, it tries this step again later.',
};

function nextOf({ name, delay }: OperationError, kind: OperationKind): string {
  switch (name) {
    case 'HaltedError':
      return 'Zapier stops this run in order. Nothing is repeated, and nobody is told of an error.';
    case 'ThrottledError': {
      const wait = typeof delay === 'number' ? `${delay} seconds` : 'a while';
      return `Zapier pauses this run, waits ${wait}, and tries the step again.`;
    }
    case 'RefreshAuthError':
      return 'Zapier refreshes the connection and runs the step again, once. If HighLevel refuses again, Zapier asks the owner to reconnect.';
    case 'ExpiredAuthError':
      return 'Zapier asks the owner to reconnect, and pauses the Zap until then.';
    default:
      return FAILS[kind];
  }
}
