// One container of Zapier's, as a child process: loads zapierwrapper.js of the unpacked zip in the
// working folder and hands each event that comes over IPC to its handler.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { isRecord } from '../resources/values.ts';
import { tellErrorsToLastDomain } from './event-errors.ts';
import { leaveOutRequestLog, withoutRequestLog } from './request-log.ts';

/** One line of the handler's log. Secrets that it knows of are censored in it. */
export interface LogLine {
  message: string;
  data: Record<string, unknown>;
}

/** What the container is sent: an event for the handler, and which log of it is wanted. */
export interface ContainerCommand {
  id: number;
  event: Record<string, unknown>;
  /** Whether the answer has it. */
  withLog: boolean;
  /** Whether Zapier's log has lines about requests and bundles. */
  withRequestLog: boolean;
}

/** What the container answers. `id` is that of the command; the log is empty unless wanted. */
export type ContainerMessage =
  | { type: 'ready'; startMs: number }
  | { type: 'result'; id: number; results: unknown; log: LogLine[] }
  | { type: 'error'; id: number; name: string; message: string; stack: string; log: LogLine[] };

function send(message: ContainerMessage): void {
  process.send?.(message);
}

const startedAt = performance.now();
// Zapier's handler prints its memory use on every run, and what the integration logs: nobody reads it here.
console.log = () => undefined;
const wrapperPath = join(process.cwd(), 'zapierwrapper.js');
tellErrorsToLastDomain();
leaveOutRequestLog(wrapperPath);
const wrapper: unknown = await import(pathToFileURL(wrapperPath).href);
const handler = isRecord(wrapper) ? wrapper['handler'] : undefined;
if (typeof handler !== 'function') throw new Error('zapierwrapper.js exports no handler.');

async function run({ id, event, withLog, withRequestLog }: ContainerCommand): Promise<void> {
  const log: LogLine[] = [];
  // `zapier-platform invoke` reads the log of a run by this function too.
  const customLogger = (message: unknown, data: unknown) => {
    log.push({ message: String(message), data: isRecord(data) ? data : {} });
  };
  try {
    // The wrapper's handler takes an event and returns a promise; it comes without types.
    const answer = await (handler as (event: unknown) => Promise<unknown>)({
      ...(withRequestLog ? event : withoutRequestLog(event)),
      ...(withLog && { customLogger }),
    });
    send({ type: 'result', id, results: isRecord(answer) ? answer['results'] : undefined, log });
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    send({ type: 'error', id, name, message, stack: stack ?? '', log });
  }
}

process.on('message', (message) => {
  // The process that runs it sends nothing else.
  void run(message as ContainerCommand);
});
// It must not outlive the process that runs it.
process.on('disconnect', () => process.exit());
send({ type: 'ready', startMs: performance.now() - startedAt });
