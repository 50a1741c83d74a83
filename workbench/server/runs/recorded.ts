import { randomUUID } from 'node:crypto';

import type { LocalZapier } from '../../../local/index.ts';
import { isRecord, type RawRecord } from '../../../resources/values.ts';
import type { Operation } from '../../../scripts/check/integration.ts';
import type { RunView } from '../../api/run.ts';
import { errorView } from './error-view.ts';
import { invokeCommand } from './invoke.ts';
import { outputFieldsOf } from './output-fields.ts';
import { requestsOf, withoutSecrets } from './request-view.ts';

/** What a run is of. */
export interface RunSubject {
  zapier: LocalZapier;
  operation: Operation;
  timezone: string;
  /** What the operation is given; known only once search steps have run. */
  inputData: () => RawRecord;
  id?: string;
  title?: string;
}

/** Does something with an operation, and tells what it came to and what it sent. */
export async function recorded(
  { zapier, operation, timezone, inputData, id = randomUUID(), title }: RunSubject,
  act: () => Promise<RawRecord[]>,
): Promise<RunView> {
  const startedAt = performance.now();
  const { outcome, runs } = await zapier.app.record(act);
  const durationMs = performance.now() - startedAt;
  const isDone = outcome.status === 'fulfilled';
  return {
    id,
    title: title ?? operation.label,
    durationMs,
    records: isDone ? outcome.value.filter(isRecord) : null,
    error: isDone ? null : errorView(outcome.reason, operation.kind),
    requests: requestsOf(runs, zapier),
    console: runs.flatMap((run) => run.console).map(withoutSecrets),
    outputFields: isDone ? await outputFieldsOf(zapier, operation, inputData()) : [],
    invoke: invokeCommand(operation, inputData(), timezone),
    isWaiting: false,
  };
}
