import { localTime } from '../inputs/local_time.ts';
import { invalid } from '../inputs/refusal.ts';

/**
 * @param times ISO 8601 in UTC
 * @param timezone in which the error writes them
 * @throws errors.Error when something would end before it begins
 */
export function checkTimes(
  { startTime, endTime }: { startTime?: string | undefined; endTime?: string | undefined },
  timezone: string,
): void {
  if (startTime === undefined || endTime === undefined) return;
  if (Date.parse(startTime) < Date.parse(endTime)) return;
  throw invalid(
    `"End Time" (${localTime(endTime, timezone)}) must be later than "Start Time" (${localTime(startTime, timezone)}).`,
    'Change one of the two.',
  );
}
