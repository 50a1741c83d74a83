import type { HookCatcher, LocalZapier, RelayParts, SandboxClient } from '../../../local/index.ts';
import { isRecord, toList, type RawRecord } from '../../../resources/values.ts';
import type { DeadLetterView, HookAnswer, LiveState } from '../../api/live.ts';
import type { Operations } from '../catalog/operations.ts';
import { Problem } from '../http/problem.ts';
import { ObservedRelay } from './observed-relay.ts';
import { Traffic } from './traffic.ts';
import { textIn } from './posted.ts';

/** The statuses by which Zapier answers deliveries. */
const STATUSES: Readonly<Record<HookAnswer, number | undefined>> = {
  takes: undefined,
  limit: 429,
  fails: 500,
  gone: 410,
};

/** The relay of the workbench, what goes through it, and what a person can do with it. */
export class Live {
  readonly traffic: Traffic;
  readonly relay: ObservedRelay;
  readonly #sandbox: SandboxClient;
  readonly #hooks: HookCatcher;
  readonly #names: LearnedNames;

  private constructor(
    relay: ObservedRelay,
    traffic: Traffic,
    parts: RelayParts,
    names: LearnedNames,
  ) {
    this.relay = relay;
    this.traffic = traffic;
    this.#sandbox = parts.sandbox;
    this.#hooks = parts.hooks;
    this.#names = names;
  }

  /** Starts the relay, with everything that goes through it observed. */
  static async start(parts: RelayParts): Promise<Live> {
    const { subAccounts } = await parts.sandbox.info();
    const names = new LearnedNames(new Map(subAccounts.map(({ id, name }) => [id, name])));
    const traffic = new Traffic(names, parts.hooks);
    const relay = await ObservedRelay.start(parts, traffic.observe);
    parts.hooks.watch((post) => {
      traffic.posted(post);
    });
    return new Live(relay, traffic, parts, names);
  }

  /** Lets entries name triggers by their labels: known only once the package is loaded. */
  learn(operations: Operations): void {
    this.#names.operations = operations;
  }

  async state(): Promise<LiveState> {
    const [highLevel, deadLetters] = await Promise.all([
      this.#sandbox.get('').then(
        () => 'running' as const,
        () => 'gone' as const,
      ),
      this.#deadLetters(),
    ]);
    return {
      relay: this.relay.isRunning ? 'running' : 'stopped',
      highLevel,
      hooks: this.#hookAnswer(),
      deadLetters,
    };
  }

  async stopRelay(): Promise<void> {
    if (!this.relay.isRunning) return;
    await this.relay.stop();
    this.traffic.noted(
      'The relay was stopped. HighLevel repeats the events that come until it runs again.',
    );
  }

  async startRelay(): Promise<void> {
    if (this.relay.isRunning) return;
    await this.relay.resume();
    this.traffic.noted('The relay runs again, with what it had stored.');
    // HighLevel would wait longer before it repeats what failed meanwhile.
    await this.#sandbox.post('/deliveries/retry');
  }

  /** How Zapier answers from now on. */
  answerWith(answer: HookAnswer): void {
    this.#hooks.refuseWith(STATUSES[answer]);
  }

  /** Sends a webhook again, as HighLevel repeats one. @throws Problem when it is no longer kept */
  async repeat(number: number): Promise<void> {
    const request = this.traffic.webhook(number);
    if (!request) {
      throw new Problem(404, 'webhook', 'This webhook is no longer kept. Choose a later one.');
    }
    await this.relay.repeat(request);
  }

  /** Delivers a dead letter again, or all of them. @throws Problem when the relay cannot */
  async replay(id: string | null): Promise<void> {
    const path =
      id === null ? '/dead-letters/replay' : `/dead-letters/${encodeURIComponent(id)}/replay`;
    await this.relay.admin('POST', path).catch((error: unknown) => {
      throw new Problem(409, 'relay', error instanceof Error ? error.message : String(error));
    });
  }

  #hookAnswer(): HookAnswer {
    const { refusal } = this.#hooks;
    const answers: HookAnswer[] = ['takes', 'limit', 'fails', 'gone'];
    return answers.find((answer) => STATUSES[answer] === refusal) ?? 'fails';
  }

  async #deadLetters(): Promise<DeadLetterView[]> {
    // While none runs there is nobody to ask; those that it has come back with it.
    if (!this.relay.isRunning) return [];
    const answer = await this.relay.admin('GET', '/dead-letters').catch((): RawRecord => ({}));
    return toList(answer['deadLetters'])
      .filter(isRecord)
      .map((letter) => ({
        id: textIn(letter, 'id'),
        event: textIn(letter, 'event'),
        account: this.#names.account(textIn(letter, 'locationId')),
        zap: this.traffic.zapOf(textIn(letter, 'subscriptionId')),
        attempts: Number(letter['attempts']),
        reason: textIn(letter, 'reason'),
        diedAt: textIn(letter, 'diedAt'),
      }));
  }
}

/** Starts a LocalZapier's relay observed, and hands out both. */
export async function withLive(
  start: (relay: (parts: RelayParts) => Promise<ObservedRelay>) => Promise<LocalZapier>,
): Promise<{ zapier: LocalZapier; live: Live }> {
  let live: Live | undefined;
  const zapier = await start(async (parts) => {
    live = await Live.start(parts);
    return live.relay;
  });
  if (!live) throw new Error('The relay was not started.');
  return { zapier, live };
}

/** The names that are known. */
class LearnedNames {
  operations: Operations | undefined;
  readonly #accounts: ReadonlyMap<string, string>;

  constructor(accounts: ReadonlyMap<string, string>) {
    this.#accounts = accounts;
  }

  /** Those of an agency's subscription start with `@`. */
  account(locationId: string): string {
    if (locationId.startsWith('@')) return 'Agency';
    return this.#accounts.get(locationId) ?? '';
  }

  operation(key: string): string {
    return this.operations?.labelOfStep(key) ?? 'A Zap';
  }
}
