import type { SandboxClient } from '../../../local/index.ts';
import { toText, type RawRecord } from '../../../resources/values.ts';
import type { FaultKey, FaultView } from '../../api/highlevel.ts';

/** What may go wrong at HighLevel, as the local one is told to let it. */
const FAULTS: Readonly<Record<FaultKey, { label: string; fault: RawRecord }>> = {
  limit: {
    label: 'The limit of requests is reached (429)',
    fault: { status: 429, body: { message: 'Too many requests' } },
  },
  slow: { label: 'Each answer takes 5 seconds', fault: { delayMs: 5000 } },
  timeout: { label: 'The gateway times out (400 that says nothing)', fault: { answer: 'timeout' } },
  expired: { label: 'The access token has expired (401)', fault: { expireToken: true } },
  gateway: {
    label: 'A bad gateway with a page of HTML (502)',
    fault: { status: 502, html: '<h1>Bad gateway</h1>' },
  },
  cut: { label: 'The connection is cut, after the work was done', fault: { drop: 'after' } },
};

/** Faults that a person switches on for the next calls. */
export class Faults {
  readonly #sandbox: SandboxClient;
  /** By the IDs that the sandbox gave them. */
  readonly #keys = new Map<string, FaultKey>();

  constructor(sandbox: SandboxClient) {
    this.#sandbox = sandbox;
  }

  /** Lets the next calls fail. @param times how many */
  async add(key: FaultKey, times: number): Promise<void> {
    const { id } = await this.#sandbox.post('/faults', { path: '*', times, ...FAULTS[key].fault });
    this.#keys.set(String(id), key);
  }

  async clear(): Promise<void> {
    await this.#sandbox.delete('/faults');
    this.#keys.clear();
  }

  /** Every fault, with the calls that it still hits. */
  async list(): Promise<FaultView[]> {
    const left = new Map<FaultKey, number>();
    for (const { id, times, hits } of await this.#sandbox.list('/faults')) {
      const key = this.#keys.get(toText(id) ?? '');
      if (key) left.set(key, (left.get(key) ?? 0) + Number(times) - Number(hits));
    }
    return KEYS.map((key) => ({ key, label: FAULTS[key].label, left: left.get(key) ?? 0 }));
  }
}

const KEYS = ['limit', 'slow', 'timeout', 'expired', 'gateway', 'cut'] as const;
