import { randomUUID } from 'node:crypto';

import type { CaughtPost, InstantZap, PollingZap } from '../../../local/index.ts';
import { toRecord, toText, type RawRecord } from '../../../resources/values.ts';
import type { Operation } from '../../../scripts/check/integration.ts';
import type { FormState } from '../../api/form.ts';
import type { RequestView, RunView, ZapRun, ZapView } from '../../api/run.ts';
import type { Desk } from '../desk.ts';
import { Problem } from '../http/problem.ts';
import { recorded, type RunSubject } from '../runs/recorded.ts';
import { inputOfStep, prepareStep } from '../runs/step.ts';
import { happen } from './happen.ts';
import { Mailbox } from './mailbox.ts';

/** A delivery takes milliseconds; who waits longer is told that nothing came. */
const PATIENCE_MS = 10_000;

interface Zap {
  operation: Operation;
  subject: RunSubject;
  /** The events that it subscribed to. */
  events: string[];
  instant: InstantZap | undefined;
  polling: PollingZap | undefined;
  /** What deliveries started it with, until somebody looks. */
  started: Mailbox<RunView>;
}

/** Zaps that a person switched on, to see what starts them. */
export class Zaps {
  readonly #desk: Desk;
  readonly #zaps = new Map<string, Zap>();
  /** The last delivery that a trigger was run on: one after the other, so that a test waits for one at most. */
  #last: Promise<void> = Promise.resolve();

  constructor(desk: Desk) {
    this.#desk = desk;
    desk.zapier.hooks.watch((post) => {
      this.#last = this.#last.then(() => this.#perform(post));
    });
  }

  /** Switches a Zap on: subscribes, or asks once what is there already. */
  async switchOn(state: FormState): Promise<ZapView> {
    const { operations, connections } = this.#desk;
    const operation = operations.find('triggers', state.key);
    const { runs: zapier, forms, openForms } = await connections.to(state.connection);
    const read = openForms.shown(forms, operation, state.timezone);
    const step = await prepareStep(read, operations, operation, state);
    const { inputData } = await inputOfStep(zapier, operations, step);
    const isHook = operation.type === 'hook';
    const zap: Zap = {
      operation,
      subject: { zapier, operation, timezone: state.timezone, inputData: () => inputData },
      events: [],
      instant: isHook ? zapier.instantZap(operation.key, inputData) : undefined,
      polling: isHook ? undefined : zapier.pollingZap(operation.key, inputData),
      started: new Mailbox(),
    };
    const id = randomUUID();
    // Before it is on, so that an immediate delivery is not missed.
    this.#zaps.set(id, zap);
    const run = await recorded({ ...zap.subject, title: 'Switched on' }, async () => {
      await zap.instant?.switchOn();
      return (await zap.polling?.switchOn()) ?? [];
    });
    const isOn = run.error === null;
    zap.events = run.requests.flatMap(eventIn);
    if (!isOn) this.#zaps.delete(id);
    return { id, trigger: operation.key, run, isOn };
  }

  /** Asks a polling trigger, and tells which items start the Zap. */
  async poll(id: string): Promise<ZapRun> {
    const { subject, polling } = this.#find(id);
    let started: RawRecord[] = [];
    let items: RawRecord[] = [];
    const run = await recorded({ ...subject, title: 'Poll' }, async () => {
      ({ items, started } = (await polling?.poll()) ?? { items, started });
      return items;
    });
    return { ...run, started: started.map((item) => items.indexOf(item)) };
  }

  /** Takes the next delivery of an instant trigger. @throws Problem when none came */
  async next(id: string): Promise<ZapRun> {
    const { instant, started } = this.#find(id);
    if (!instant) throw new Problem(422, 'polling', 'A polling trigger gets no deliveries.');
    const run = await started.take(PATIENCE_MS);
    if (!run) {
      throw new Problem(
        404,
        'nothing',
        'Nothing was delivered within 10 seconds. Let something happen in HighLevel, then wait again.',
      );
    }
    return { ...run, started: (run.records ?? []).map((_, index) => index) };
  }

  /** Lets happen in HighLevel what the trigger waits for. */
  async happen(id: string): Promise<void> {
    const { operation, subject, events } = this.#find(id);
    await happen(subject.zapier, operation, events);
  }

  async switchOff(id: string): Promise<void> {
    const { instant } = this.#find(id);
    this.#zaps.delete(id);
    await instant?.switchOff();
  }

  /** Runs the trigger of a Zap on a delivery to it, as Zapier does immediately. */
  async #perform({ url, status }: CaughtPost): Promise<void> {
    const zap = [...this.#zaps.values()].find(({ instant }) => instant?.url === url);
    if (!zap?.instant || status !== 200) return;
    const { instant, subject, started } = zap;
    const delivery = await instant.delivery();
    const run = await recorded({ ...subject, title: 'Delivery' }, () =>
      instant.startedBy(delivery),
    );
    this.#desk.live.traffic.performed(delivery.rawRequest.headers, {
      records: run.records?.length ?? 0,
      sentence: run.error?.sentence ?? '',
      durationMs: run.durationMs,
    });
    started.put(run);
  }

  #find(id: string): Zap {
    const zap = this.#zaps.get(id);
    if (zap) return zap;
    throw new Problem(404, 'zap', 'This Zap is off. Switch it on again.');
  }
}

/** The event that a request subscribed to at the relay. */
function eventIn({ method, target, body }: RequestView): string[] {
  if (method !== 'POST' || target !== 'Relay: /subscriptions') return [];
  const event = toText(toRecord(JSON.parse(body))['event']);
  return event === null ? [] : [event];
}
