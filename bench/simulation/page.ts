import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { bitesOf, planFor } from './plan.ts';
import { HIGHLEVEL_REPEATS, SCENARIO, type Scenario } from './scenario.ts';
import { readFigures, type FiguresFile } from './service-times.ts';
import { simulate, type Simulated } from './simulate.ts';

const COMMAND = 'npm run bench:simulate';

/** Calculates, simulates and writes docs/scaling.md. @param docs the folder */
export async function writeScaling(docs: string): Promise<void> {
  writeFileSync(join(docs, 'scaling.md'), await scalingPage(docs));
}

/** docs/scaling.md, from the figures that lie beside it. */
export async function scalingPage(docs: string): Promise<string> {
  const page = pageOf(SCENARIO, readFigures(join(docs, 'benchmarks', 'figures.json')));
  const options = await resolveConfig(join(docs, 'scaling.md'));
  return format(page, { ...options, parser: 'markdown' });
}

function pageOf(scenario: Scenario, { date, machine, serviceTimes: times }: FiguresFile): string {
  const plan = planFor(scenario, times);
  const { load } = plan;
  const bites = bitesOf(scenario);
  const all = simulate(scenario, times, plan.relays);
  const oneAway = simulate(scenario, times, plan.relays - 1);
  const total = plan.cost.reduce((sum, { dollars }) => sum + dollars, 0);
  return `# Scaling

What ${whole(scenario.subAccounts)} sub-accounts with ${scenario.eventsPerDay} events a day need. \`${COMMAND}\` prints this page, with \`-- --write\` it writes it: from what \`npm run bench\` measured on ${date.slice(0, 10)} (${machine}; [figures.json](benchmarks/figures.json)), and from the assumptions in [scenario.ts](../bench/simulation/scenario.ts). Change those and run it again.

## The load

${table(
  ['', 'Events', 'From'],
  [
    ['a day', whole(load.perDay), 'the question'],
    ['a second, on average', whole(load.average), ''],
    [
      'a second, busiest hour',
      whole(load.busiestHour),
      `assumed: ${percent(scenario.busiestHour)} of a day's events come in one hour (an even day would have 4 %), as offices of one continent have it`,
    ],
    [
      'a second, busiest minute',
      whole(load.busiestMinute),
      `assumed: ${scenario.busiestMinute} times the hour's average, as when campaigns begin at the full hour`,
    ],
  ],
)}

Assumed as well: a Zap asked for ${percent(scenario.wanted)} of the events, which is the most work; a fifth of the sub-accounts has three fifths of the events; Zapier answers a hook in ${scenario.answerMs} ms (median). HighLevel posts the events of every sub-account that installed the app, asked for or not: an event that no Zap asked for costs a relay ${times.unwanted.relay.toFixed(2)} ms in place of ${(times.stored.relay + times.delivered.relay).toFixed(2)}.

## What it takes

${table(
  ['In the busiest minute', '', 'Because'],
  [
    [
      'relays',
      String(plan.relays),
      `${plan.relayCores.toFixed(1)} cores of work (an event: ${times.stored.relay.toFixed(2)} ms stored, ${times.delivered.relay.toFixed(2)} ms delivered), of which a relay uses one, by ${percent(scenario.mostUsed)} at most; ${whole(plan.underway)} attempts under way, of which a relay has 256; and one relay more, so that one may be away`,
    ],
    [
      'memory of a relay',
      `${whole(times.memory)} MB`,
      'with a long backlog; it holds no more than it has under way',
    ],
    [
      'use of the database',
      percent(plan.databaseUse),
      `${scenario.databaseCores} cores; an event: ${times.stored.database.toFixed(2)} ms stored, ${times.delivered.database.toFixed(2)} ms delivered`,
    ],
    [
      'write-ahead log',
      `${plan.logRate.toFixed(1)} MB a second`,
      `${bytes(times.log)} an event; commits are shared by the events that wait for them`,
    ],
    [
      'disk for what waits',
      `${plan.backlogGB.toFixed(0)} GB`,
      `Zapier is away for ${scenario.outageHours} busiest hours: ${whole(plan.backlog)} events of ${bytes(times.waiting)}, deleted when they are delivered`,
    ],
    [
      'disk to recognise repeats',
      `${plan.seenGB.toFixed(0)} GB`,
      `${bytes(times.seen)} an event, for ${scenario.seenDays} days`,
    ],
    [
      'traffic to Zapier',
      `${whole(plan.trafficGBPerMonth)} GB a month`,
      `payloads of ${bytes(times.payload)} and what HTTP and TLS add`,
    ],
  ],
)}

${table(
  ['Cost a month', 'US dollars'],
  [
    ...plan.cost.map(({ what, dollars }) => [what, whole(dollars)]),
    [
      'together',
      `${whole(total)}, which is ${((total / (load.perDay * 30)) * 1e6).toFixed(2)} for a million events`,
    ],
  ],
)}

The prices are of the order of large clouds' list prices, without discounts: put your own into scenario.ts.

## The busiest minute, event by event

A simulation of the minute before, the busiest minute and the one after: the relay's own scheduler, fair line and pace, with the measured times. Within that minute one sub-account also messages ${whole(scenario.campaign)} contacts at once, to a Zap that asked for outbound messages.

${table(
  ['', `${plan.relays} relays`, `${plan.relays - 1} relays: one is away`],
  simulatedRows(all, oneAway),
)}

Deliveries are as quick as Zapier answers (${scenario.answerMs} ms, and three times that for the slowest hundredth): nothing waits in line but the campaign, and the campaign keeps nobody waiting.

## Whose limits bite first

${table(
  [
    'Limit',
    'Of',
    'Reached by one sub-account at',
    `A campaign of ${whole(scenario.campaign)} takes`,
    'Average sub-accounts that reach it together',
  ],
  bites.map((bite) => [
    `${bite.whose}: ${bite.limits}`,
    bite.of,
    `${whole(bite.perDay)} events a day`,
    duration(bite.campaignSeconds),
    bite.whose === 'Zapier' && bite.of.includes('user')
      ? whole(bite.subAccounts)
      : 'each has its own',
  ]),
)}

1. **HighLevel's limits come first**, by far before anything here: they count calls of the app in a sub-account, so they bite only where a Zap calls HighLevel for each event (reads the contact, sends a reply). An event itself costs no call: the relay passes HighLevel's own bytes on, and the trigger reads more only where a Zap uses it; "Conversation Started" alone makes one call for each. A step that is refused waits as long as HighLevel says and is repeated, see [troubleshooting](troubleshooting.md). An average sub-account has ${scenario.eventsPerDay} events a day: it is a campaign that gets there.
2. **Zapier's limit of a hook** is reached by a campaign: the relay learns from the 429s how many a second the hook takes and stays just below, each relay for itself. The simulated campaign took ${duration(all.campaignSeconds)} in place of the ${duration(scenario.campaign / 30)} that are possible, with ${whole(all.refused)} refusals. No event is lost by it, and the others' deliveries go on: the fair line gives each sub-account its turn.
3. **Zapier's limit of a user** is an agency's: with one Zapier account for ${whole(bites.find(({ of }) => of.includes('user'))?.subAccounts ?? 0)} average sub-accounts the busiest minute reaches it. The hooks then answer 429 by turns, and their events come later.
4. **An outage of Zapier**: events wait, up to \`RELAY_BACKLOG_LIMIT\` (1,000,000 deliveries unless it is set: ${duration((1_000_000 / load.busiestHour) * 1)} of the busiest hour). Then the relay answers 429, and HighLevel repeats an event up to ${HIGHLEVEL_REPEATS} times. For ${scenario.outageHours} hours without a refusal set it to ${whole(plan.backlog)} and give the database the disk above. Deliveries are given up after 24 hours and can be replayed.
5. **An outage of all relays** is the one that can lose events: HighLevel repeats each up to ${HIGHLEVEL_REPEATS} times, then it is gone, and HighLevel stops sending to an address that fails too often. So at least two, on different machines, behind a balancer; one may be deployed or die at any moment.

## What changes at this size

- One PostgreSQL is enough, and the processor is not its limit: look at its disk. Autovacuum must keep up with rows that live for a second: \`autovacuum_vacuum_scale_factor = 0.02\` and \`autovacuum_vacuum_cost_limit = 2000\` on \`pgboss.job_common\` and \`relay.event\`.
- \`relay.seen_event\` is the largest table. Its rows are deleted some thousands at a time; beyond this size it is the first one to partition by day.
- \`relay.conversation\` keeps a hash of every conversation for good: it grows with new conversations only.
- Several databases: sub-accounts share nothing, so a balancer that reads \`locationId\` can give each half of them relays and a database of their own.
- The connector itself has no servers: Zapier runs it, and each poll costs HighLevel the same one or two calls whatever the size of the account, see [benchmarks](benchmarks.md).
`;
}

function simulatedRows(all: Simulated, oneAway: Simulated): string[][] {
  const row = (what: string, pick: (one: Simulated) => string): string[] => [
    what,
    pick(all),
    pick(oneAway),
  ];
  const times = ({ p50, p99 }: Simulated['accept']): string =>
    `${p50.toFixed(0)} / ${p99.toFixed(0)} ms`;
  return [
    row('events', ({ events }) => whole(events)),
    row('time to accept, median / 99th percentile', ({ accept }) => times(accept)),
    row('event to Zapier’s answer, everybody but the campaign', ({ delivered }) =>
      times(delivered),
    ),
    row('the campaign, from its first event to its last delivery', ({ campaignSeconds }) =>
      duration(campaignSeconds),
    ),
    row('attempts that Zapier refused', ({ refused }) => whole(refused)),
    row('use of the busiest relay’s core', ({ relayUse }) => percent(relayUse)),
    row('use of the database', ({ databaseUse }) => percent(databaseUse)),
    row('longest line', ({ longestLine }) => `${whole(longestLine)} deliveries`),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}

function bytes(value: number): string {
  return value < 1000 ? `${value.toFixed(0)} bytes` : `${(value / 1000).toFixed(1)} kB`;
}

function duration(seconds: number): string {
  if (seconds < 100) return `${Math.round(seconds)} s`;
  return seconds < 6000
    ? `${Math.round(seconds / 60)} minutes`
    : `${(seconds / 3600).toFixed(1)} hours`;
}
