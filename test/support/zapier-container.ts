// One container of Zapier's, as a child process: loads zapierwrapper.js of the unpacked zip in the
// working folder and hands each event that comes over IPC to its handler.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { isRecord } from '../../resources/values.ts';

/** What the container answers. `id` is that of the event. */
export type ContainerMessage =
  | { type: 'ready'; startMs: number }
  | { type: 'result'; id: number; results: unknown; status: unknown }
  | { type: 'error'; id: number; name: string; message: string; stack: string };

function send(message: ContainerMessage): void {
  process.send?.(message);
}

const startedAt = performance.now();
const wrapper: unknown = await import(pathToFileURL(join(process.cwd(), 'zapierwrapper.js')).href);
const handler = isRecord(wrapper) ? wrapper['handler'] : undefined;
if (typeof handler !== 'function') throw new Error('zapierwrapper.js exports no handler.');

async function run(id: number, event: unknown): Promise<void> {
  try {
    // The wrapper's handler takes an event and returns a promise; it comes without types.
    const answer = await (handler as (event: unknown) => Promise<unknown>)(event);
    const { results, status } = isRecord(answer) ? answer : {};
    send({ type: 'result', id, results, status });
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    send({ type: 'error', id, name, message, stack: stack ?? '' });
  }
}

process.on('message', (message) => {
  if (isRecord(message)) void run(Number(message['id']), message['event']);
});
// It must not outlive the process that runs it.
process.on('disconnect', () => process.exit());
send({ type: 'ready', startMs: performance.now() - startedAt });
