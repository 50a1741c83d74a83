import type { CaughtPost, HookCatcher } from '../../../local/index.ts';
import { toText, type RawRecord } from '../../../resources/values.ts';
import type { AttemptView, DeliveryView, LiveKind, PerformedView } from '../../api/live.ts';
import { withoutSecrets } from '../runs/request-view.ts';
import { Journal } from './journal.ts';
import type { Observer, RelayAnswer, RelayRequest } from './observed-relay.ts';
import { recordIn, textIn } from './posted.ts';

/** So much of a body is shown. */
const MOST_CHARACTERS = 100_000;
/** How many bodies are kept: as many as entries. */
const MOST_BODIES = 10_000;

/** What the traffic is told in words: the names of sub-accounts and triggers. */
export interface Names {
  account: (locationId: string) => string;
  /** @param key of a trigger, or of a step that waits */
  operation: (key: string) => string;
}

/**
 * Tells what goes through the relay as entries of a journal: a webhook of HighLevel, what the relay made
 * of it, each delivery with its attempts, and what the trigger made of it. No header of a request gets
 * into an entry: tokens and signatures stand in headers.
 */
export class Traffic {
  readonly journal: Journal;
  readonly #names: Names;
  readonly #hooks: Pick<HookCatcher, 'nameOf'>;
  /** The numbers of entries by HighLevel's ID of the webhook. */
  readonly #byWebhook = new Map<string, number>();
  /** The numbers of entries by the relay's ID of a delivery. */
  readonly #byDelivery = new Map<string, number>();
  /** What HighLevel posted, to send it again. */
  readonly #posted = new Map<number, RelayRequest>();
  readonly #bodies = new Map<number, string>();
  /** What each subscription is of, by the ID that the relay gave it. */
  readonly #zaps = new Map<string, { event: string; zap: string; account: string }>();

  constructor(names: Names, hooks: Pick<HookCatcher, 'nameOf'>, journal = new Journal()) {
    this.#names = names;
    this.#hooks = hooks;
    this.journal = journal;
  }

  /** A request to the relay, and its answer. */
  readonly observe: Observer = (request) => {
    const [path = ''] = request.path.split('?');
    if (path === '/webhooks/highlevel') return this.#webhook(request);
    if (path === '/subscriptions') return this.#subscribing(request);
    if (request.method === 'DELETE' && path.startsWith('/subscriptions/')) {
      return this.#unsubscribing(request);
    }
    return () => undefined;
  };

  /** A post of the relay to a Zap, or to a step that waits. */
  posted({ name, delivery: { rawRequest }, status }: CaughtPost): void {
    const body = recordIn(rawRequest.content);
    const id = deliveryId(rawRequest.headers);
    const number =
      this.#byDelivery.get(id) ??
      this.#byWebhook.get(textIn(body, 'webhookId')) ??
      this.#add('delivery', textIn(body, 'type') || 'Delivery', body, rawRequest.content);
    keep(this.#byDelivery, id, number);
    const attempt: AttemptView = { at: new Date().toISOString(), status };
    const zap = this.#names.operation(name);
    this.journal.change(number, ({ deliveries }) => ({
      deliveries: deliveries.some((one) => one.id === id)
        ? deliveries.map((one) =>
            one.id === id ? { ...one, attempts: [...one.attempts, attempt] } : one,
          )
        : [...deliveries, { id, zap, attempts: [attempt], performed: null }],
    }));
  }

  /** What a trigger made of a delivery. */
  performed(headers: Record<string, string>, performed: PerformedView): void {
    const id = deliveryId(headers);
    const done = (delivery: DeliveryView) =>
      delivery.id === id ? { ...delivery, performed } : delivery;
    this.journal.change(this.#byDelivery.get(id) ?? 0, ({ deliveries }) => ({
      deliveries: deliveries.map(done),
    }));
  }

  /** Something about the relay itself. */
  noted(title: string): void {
    this.#add('relay', title, {}, '');
  }

  /** The Zap of a subscription, by the relay's ID of it. */
  zapOf(subscriptionId: string): string {
    return this.#zaps.get(subscriptionId)?.zap ?? 'A Zap';
  }

  /** What HighLevel posted; undefined where the entry is no webhook, or too old. */
  webhook(number: number): RelayRequest | undefined {
    return this.#posted.get(number);
  }

  /** The body of an entry, formatted, without secrets. */
  body(number: number): string {
    const text = this.#bodies.get(number) ?? '';
    const shown = withoutSecrets(text);
    return shown.length > MOST_CHARACTERS ? `${shown.slice(0, MOST_CHARACTERS)} …` : shown;
  }

  #webhook(request: RelayRequest): ReturnType<Observer> {
    const at = new Date();
    const content = request.body.toString();
    const record = recordIn(content);
    const webhookId = textIn(record, 'webhookId');
    const known = this.#byWebhook.get(webhookId) ?? 0;
    // Known before the relay has it: a delivery may come before the answer does.
    const number = this.journal.get(known)
      ? known
      : this.#add('webhook', textIn(record, 'type') || 'Webhook', record, content);
    if (webhookId !== '') keep(this.#byWebhook, webhookId, number);
    keep(this.#posted, number, request);
    return ({ status, content: answer, durationMs }) => {
      const result = toText(answer['result']) ?? toText(answer['error']) ?? '';
      const arrival = { at: at.toISOString(), status, result, durationMs };
      this.journal.change(number, ({ arrivals }) => ({ arrivals: [...arrivals, arrival] }));
    };
  }

  #subscribing({ body }: RelayRequest): ReturnType<Observer> {
    const given = recordIn(body.toString());
    const event = textIn(given, 'event');
    const zap = this.#names.operation(this.#hooks.nameOf(textIn(given, 'targetUrl')));
    const account = this.#names.account(textIn(given, 'locationId'));
    return (answer) => {
      const id = textIn(answer.content, 'id');
      if (id !== '') keep(this.#zaps, id, { event, zap, account });
      this.#note(`${zap}: ${id === '' ? 'refused' : 'waits for'} ${event}`, account, answer);
    };
  }

  #unsubscribing({ path }: RelayRequest): ReturnType<Observer> {
    const known = this.#zaps.get(path.split('/')[2] ?? '');
    const title = known ? `${known.zap}: no longer waits for ${known.event}` : 'Zap switched off';
    return (answer) => {
      this.#note(title, known?.account ?? '', answer);
    };
  }

  #note(title: string, account: string, { status, content, durationMs }: RelayAnswer): void {
    const at = new Date().toISOString();
    const arrivals = [{ at, status, result: textIn(content, 'error'), durationMs }];
    this.journal.add({ at, kind: 'subscription', title, account, arrivals, deliveries: [] });
  }

  #add(kind: LiveKind, title: string, record: RawRecord, content: string): number {
    const { number } = this.journal.add({
      at: new Date().toISOString(),
      kind,
      title,
      account: this.#names.account(textIn(record, 'locationId')),
      arrivals: [],
      deliveries: [],
    });
    if (content !== '') keep(this.#bodies, number, content);
    return number;
  }
}

/** The relay's ID of a delivery: the same for each attempt. */
function deliveryId(headers: Record<string, string>): string {
  return headers['Http-Webhook-Id'] ?? '';
}

/** Keeps a value, and forgets the oldest where there are too many. */
function keep<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > MOST_BODIES && oldest !== undefined) map.delete(oldest);
}
