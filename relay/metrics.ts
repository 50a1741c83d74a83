import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const LATENCY_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const DELIVERY_BUCKETS = [...LATENCY_BUCKETS, 30, 60, 300, 1800, 3600, 14_400, 86_400];

/** How often it is looked whether the event loop is late: at every look, a relay with nothing to do wakes up. */
const EVENT_LOOP_LOOKED_AT_MS = 50;

/** What became of an event that was answered with 200. */
const RESULTS = ['new', 'repeated', 'unknown', 'unreadable', 'other_app'];
/** Why an event was not taken. */
const REJECTIONS = [
  'signature',
  'too_large',
  'broken_off',
  'behind',
  'over_share',
  'not_committed',
  'failed',
];

/** The relay's measurements, as Prometheus reads them. Names and meaning: docs/relay.md. */
export class Metrics {
  readonly registry = new Registry();
  readonly accepted = new Counter({
    name: 'relay_events_accepted_total',
    help: 'Events answered with 200, by what became of them.',
    labelNames: ['result'],
    registers: [this.registry],
  });
  readonly rejected = new Counter({
    name: 'relay_events_rejected_total',
    help: 'Events not taken, by reason.',
    labelNames: ['reason'],
    registers: [this.registry],
  });
  readonly delivered = new Counter({
    name: 'relay_deliveries_delivered_total',
    help: 'Deliveries that a target took (2xx).',
    registers: [this.registry],
  });
  readonly retried = new Counter({
    name: 'relay_deliveries_retried_total',
    help: 'Attempts that failed and will be repeated.',
    registers: [this.registry],
  });
  readonly dead = new Counter({
    name: 'relay_deliveries_dead_total',
    help: 'Deliveries that were given up.',
    registers: [this.registry],
  });
  readonly deadLetters = new Gauge({
    name: 'relay_dead_letters',
    help: 'Dead letters that wait for a replay.',
    registers: [this.registry],
  });
  readonly queueDepth = new Gauge({
    name: 'relay_queue_depth',
    help: 'Deliveries that wait or are under way, of all relays on the database.',
    registers: [this.registry],
  });
  readonly queueBytes = new Gauge({
    name: 'relay_queue_bytes',
    help: 'Payloads of the deliveries that wait, are under way or are held, of all relays on the database.',
    registers: [this.registry],
  });
  readonly oldestAge = new Gauge({
    name: 'relay_oldest_undelivered_age_seconds',
    help: 'Age of the oldest event that is not delivered, 0 when there is none.',
    registers: [this.registry],
  });
  readonly acceptLatency = new Histogram({
    name: 'relay_accept_seconds',
    help: 'From the request to the answer of an accepted event.',
    buckets: LATENCY_BUCKETS,
    registers: [this.registry],
  });
  readonly deliveryLatency = new Histogram({
    name: 'relay_delivery_seconds',
    help: 'From the event to the 2xx of its delivery.',
    buckets: DELIVERY_BUCKETS,
    registers: [this.registry],
  });
  readonly subscriptions = new Counter({
    name: 'relay_subscription_requests_total',
    help: 'Calls that make or end subscriptions, by status.',
    labelNames: ['method', 'status'],
    registers: [this.registry],
  });

  readonly held = new Gauge({
    name: 'relay_deliveries_held',
    help: 'Deliveries that are held until their subscribers have proved their access again.',
    registers: [this.registry],
  });
  readonly heldInVain = new Counter({
    name: 'relay_deliveries_held_in_vain_total',
    help: 'Deliveries that were held and dropped, because no proof came in time.',
    registers: [this.registry],
  });
  readonly unproved = new Gauge({
    name: 'relay_subscriptions_unproved',
    help: 'Subscriptions that get nothing until their subscribers have proved their access again.',
    registers: [this.registry],
  });
  readonly proofs = new Counter({
    name: 'relay_proofs_total',
    help: 'Proofs of access that subscribers gave again, by what came of them.',
    labelNames: ['result'],
    registers: [this.registry],
  });

  readonly waits = new Gauge({
    name: 'relay_waits',
    help: 'Steps of Zaps that wait for a reply, of all relays on the database.',
    registers: [this.registry],
  });
  readonly waitsEnded = new Counter({
    name: 'relay_waits_ended_total',
    help: 'Steps that were resumed, by what ended their wait.',
    labelNames: ['result'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({
      register: this.registry,
      eventLoopMonitoringPrecision: EVENT_LOOP_LOOKED_AT_MS,
    });
    for (const result of RESULTS) this.accepted.inc({ result }, 0);
    for (const reason of REJECTIONS) this.rejected.inc({ reason }, 0);
    for (const result of ['proved', 'refused', 'failed']) this.proofs.inc({ result }, 0);
    for (const result of ['replied', 'timed_out']) this.waitsEnded.inc({ result }, 0);
  }

  /** The measurements of these names, as Prometheus reads them: little work for who looks often. */
  async some(names: readonly string[]): Promise<string> {
    const known = this.registry.getMetricsAsArray().filter(({ name }) => names.includes(name));
    const texts = await Promise.all(
      known.map(({ name }) => this.registry.getSingleMetricAsString(name)),
    );
    return `${texts.join('\n\n')}\n`;
  }

  /** Has `isReady` asked whenever the measurements are read. */
  reportReadiness(isReady: () => Promise<boolean>): void {
    const ready = new Gauge({
      name: 'relay_ready',
      help: 'Whether /readyz answers 200: 1, or 0.',
      registers: [this.registry],
      collect: async () => {
        ready.set((await isReady()) ? 1 : 0);
      },
    });
  }
}
