import { findPointers, type LocalZapier } from '../../../local/index.ts';
import type { PointerView } from '../../api/run.ts';
import { Problem } from '../http/problem.ts';
import { requestsOf } from './request-view.ts';

/** Fetches what a record points to, and tells what that cost. @throws Problem when it is no pointer */
export async function followPointer(zapier: LocalZapier, pointer: string): Promise<PointerView> {
  if (findPointers(pointer, zapier.app.hydrationSecret).length === 0) {
    throw new Problem(422, 'pointer', 'This value points to nothing. Run the test again.');
  }
  const { outcome, runs } = await zapier.app.record(() => zapier.hydrate(pointer));
  if (outcome.status === 'rejected') throw outcome.reason;
  return {
    value: outcome.value ?? null,
    requests: requestsOf(runs, zapier),
  };
}
