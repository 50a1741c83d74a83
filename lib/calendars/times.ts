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
  // Times are sent to the second.
  const [start, end] = [startTime, endTime].map((time) => Math.floor(Date.parse(time) / 1000));
  if (start !== undefined && end !== undefined && start < end) return;
  throw invalid(
    `"End Time" (${localTime(endTime, timezone)}) must be later than "Start Time" (${localTime(startTime, timezone)}).`,
    'Change one of the two.',
  );
}
