import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { ROOT } from '../../scripts/lib/project.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The parts of SECURITY.md that promise something. */
const [PROMISES = ''] = read('SECURITY.md')
  .split(/^## What is protected.*$/m)
  .slice(1)
  .flatMap((text) => text.split('## What is not protected'));

/** The sentences of bullets, and of the last column of tables, without their markup. */
const SENTENCES = PROMISES.split('\n')
  .filter((line) => !/^\|[ -]+\|/.test(line) && !/^\| (Asset|From, to) /.test(line))
  .flatMap((line) => {
    if (line.startsWith('- ')) return [line.slice(2)];
    return line.startsWith('|') ? line.split('|').slice(-2, -1) : [];
  })
  .flatMap((text) => text.split(/(?<=[.;])\s+(?=[A-Z`*])/))
  .map((sentence) => sentence.replaceAll('**', '').trim());

const SUBSCRIPTIONS = 'test/relay/suite/subscriptions.ts';
const PROOFS = 'test/relay/suite/proofs.ts';
const AGENCIES = 'test/relay/suite/agencies.ts';
const EVENTS = 'test/relay/suite/events.ts';
const WEBHOOKS = 'test/relay/suite/webhooks.ts';
const OPERATION = 'test/relay/suite/operation.ts';
const DELIVERY = 'test/relay/suite/delivery.ts';
const MEMORY = 'test/relay/memory.test.ts';
const QUEUE = 'test/relay/suite/queue.ts';
const BACKLOG = 'test/relay/suite/backlog.ts';
const HOUSEKEEPING = 'test/relay/suite/housekeeping.ts';
const HTTP_SERVER = 'test/relay/http-server.test.ts';
const OUTBOUND = 'test/relay/outbound.test.ts';
const RELAY_CLIENT = 'test/lib/hooks/relay.test.ts';
const EVERY_HOOK = 'test/support/hook.ts';

/** A test, by its file and what it is called, or the beginning of that. */
type Shown = readonly [file: string, title: string];

/** How each sentence begins, and the tests that show that it is true. */
const SHOWN_BY: readonly (readonly [beginning: string, ...tests: Shown[]])[] = [
  [
    'The connector adds the token',
    ['test/middleware.test.ts', 'goes to HighLevel, whether the address is a path or whole'],
    ['test/middleware.test.ts', 'does not go to %s'],
    ['test/e2e/faults.test.ts', 'does not follow a redirect to another host'],
  ],
  ['Its own code writes no log', ['test/sources.test.ts', 'No other file %s']],
  [
    'Three calls to the relay show',
    ['test/sources.test.ts', 'No other file %s'],
    [RELAY_CLIENT, 'sends no token to what a redirect names'],
  ],
  [
    "It is the sub-account's token",
    [EVERY_HOOK, 'subscribes at the relay, with the token as the proof'],
    [
      'test/lib/hooks/all_sub_accounts.test.ts',
      '$key subscribes for all sub-accounts as the agency',
    ],
  ],
  [
    'The relay asks HighLevel with it, and neither stores',
    ['test/relay/stored.test.ts', 'no table of the database has a HighLevel token'],
    [SUBSCRIPTIONS, 'no token, secret or hook address is ever logged'],
    ['test/e2e/agency_zap.test.ts', 'No token is in a log'],
  ],
  [
    'The zip is made from a list',
    ['test/packaging/archives.test.ts', 'holds the bundle, the entry files'],
    ['test/packaging/archives.test.ts', 'holds no environment file'],
  ],
  ['The error for a missing one', ['test/authentication.test.ts', 'names %s when it is not set']],
  [
    'A payload is deleted',
    [OPERATION, 'a payload is deleted with its last delivery'],
    [HOUSEKEEPING, 'forgets the event with the last of its deliveries'],
    [HOUSEKEEPING, 'forgets rows of $table $days days after $time'],
  ],
  [
    'The last status, stage',
    ['test/relay/suite/remembered.ts', 'forgets a record 90 days after its last event'],
  ],
  [
    'With `RELAY_ENCRYPTION_KEY`',
    ['test/relay/stored.test.ts', 'no table of the database has a HighLevel token, and with a key'],
    ['test/relay/suite/remembered.ts', 'no longer knows what was encrypted with a key'],
  ],
  ['Logs contain no bodies', [SUBSCRIPTIONS, 'no token, secret or hook address is ever logged']],
  [
    'Each delivery is signed',
    [WEBHOOKS, 'an event is delivered: its exact bytes, signed with the secret'],
    [EVERY_HOOK, 'refuses a delivery that the relay did not sign'],
  ],
  ['Logs contain no hook URLs', [SUBSCRIPTIONS, 'no token, secret or hook address is ever logged']],
  ['`RELAY_ADMIN_TOKEN`', ['test/relay/start.test.ts', 'without an admin token, /metrics and']],
  [
    'The proxy in `relay/deploy`',
    ['test/relay/deploy/proxy.test.ts', 'what is for operators is not reachable from outside'],
  ],
  [
    'The relay: a missing signature',
    [WEBHOOKS, 'a request without a signature is refused before its body is read'],
    [WEBHOOKS, '401 for a forged location'],
  ],
  ['Both are answered with 401', [WEBHOOKS, 'a request without a signature is refused']],
  [
    'The relay asks HighLevel with it for the sub-account',
    [SUBSCRIPTIONS, '%s is for who may read %s'],
    [PROOFS, 'that is given keeps the stream going'],
  ],
  [
    'For an agency: for its sub-accounts',
    [AGENCIES, 'gets the events of each of them'],
    [AGENCIES, 'is proved again by the list as it is then'],
  ],
  [
    'The relay',
    [SUBSCRIPTIONS, "not by another's secret, a HighLevel token or nothing"],
    ['test/relay/suite/waits.ts', 'no more once it has ended its wait'],
  ],
  ["The connector's `perform`", [EVERY_HOOK, 'refuses a delivery that the relay did not sign']],
  ['A forged webhook is refused', [WEBHOOKS, '401 for a forged location']],
  [
    'The same event sent again',
    [WEBHOOKS, 'a webhookId seen before is answered with 200 and not delivered again'],
    [HOUSEKEEPING, 'forgets rows of $table $days days after $time'],
  ],
  ['An event of another marketplace app', [EVENTS, 'are answered with 200, counted and not']],
  [
    'Uninstalling another app',
    [EVENTS, 'an UNINSTALL of another app ends nothing'],
    [EVENTS, 'an old UNINSTALL that comes again does not end'],
    [EVENTS, 'an UNINSTALL that says no time ends nothing when it comes again'],
  ],
  [
    'A user of one sub-account',
    [SUBSCRIPTIONS, 'one location never gets the events of another'],
    [SUBSCRIPTIONS, '%s is for who may read %s'],
    [SUBSCRIPTIONS, 'an event that the relay does not know is for who may read everything'],
  ],
  ['The connector starts no Zap', [EVERY_HOOK, 'starts no Zap with an event %s']],
  [
    'Someone who loses access',
    [PROOFS, 'that is not given ends the stream'],
    [PROOFS, 'without access gets nothing more from that moment on'],
    [PROOFS, 'that ends while deliveries wait for a busy target stops them too'],
  ],
  [
    "An agency's subscription to all sub-accounts",
    [AGENCIES, 'gets the events of each of them, as HighLevel sent them, and no others'],
    [AGENCIES, 'gets no event that names another agency'],
  ],
  [
    'A sub-account leaves it',
    [AGENCIES, 'takes in what is installed later, and lets go what is uninstalled'],
    [AGENCIES, 'is proved again by the list as it is then'],
  ],
  ['An `INSTALL` that is sent again', [AGENCIES, 'an old INSTALL does not bring back']],
  [
    'The relay as a way into a private network',
    ['test/relay/targets.test.ts', 'accepts a listed host by https'],
    [DELIVERY, 'a redirect is not followed'],
    [OUTBOUND, 'a name that answers differently the second time gains nothing'],
    [OUTBOUND, 'an address itself, when something answers there'],
  ],
  [
    'Origins that the operator lists',
    ['test/relay/targets.test.ts', 'accepts a listed host by https, checked, and a listed origin'],
  ],
  [
    'A flood, or a huge',
    [WEBHOOKS, '413 for more than HighLevel can send'],
    [MEMORY, 'bodies that never end do not fill the memory'],
    [WEBHOOKS, 'deep JSON does no harm'],
    ['test/relay/body-reader.test.ts', 'the one that has been reading for the longest gives way'],
  ],
  [
    'This holds for requests with a made-up signature',
    [MEMORY, 'bodies that never end do not fill the memory'],
  ],
  [
    'One busy sub-account',
    [DELIVERY, 'a location that floods lets another pass'],
    [QUEUE, 'events with many deliveries each take turns'],
    [QUEUE, 'what waits for a target that is left alone is put off'],
    [QUEUE, 'an event of very many locations is alone'],
  ],
  [
    'When too much waits',
    [BACKLOG, 'only who has its share already is refused'],
    [BACKLOG, 'large events of one sub-account do not keep out'],
  ],
  [
    'Many or slow connections',
    [HTTP_SERVER, 'has a place for the next one when all connections %s'],
  ],
  [
    'When they are, the next one',
    [HTTP_SERVER, 'has a place for the next one when all connections %s'],
    [HTTP_SERVER, 'has no place for the next one when all wait for the relay'],
  ],
  ['A client that sends more than', [HTTP_SERVER, 'cuts off who sends request after request']],
  ['So is one that does this', [HTTP_SERVER, 'lets so many requests wait behind others']],
  [
    'Made-up tokens from one network',
    [SUBSCRIPTIONS, 'keep nobody else from subscribing while HighLevel hangs on them'],
    [
      'test/relay/proof/callers.test.ts',
      'who is given many networks of IPv6 has the places of one',
    ],
  ],
  [
    'Wherever they come from',
    [PROOFS, 'can do so while others send made-up tokens that HighLevel hangs on'],
    ['test/relay/proof/callers.test.ts', 'who renews shares no group with who subscribes'],
  ],
  [
    'A slow or hostile target',
    ['test/relay/attempt-limit.test.ts', 'an attempt that gets no answer ends by its limit'],
    [OUTBOUND, 'a long answer is cut off: the status counts'],
    [DELIVERY, 'a target that takes long does not slow the others'],
  ],
  [
    'A message sent twice',
    ['test/e2e/duplicates.test.ts', 'is stopped, from another step too'],
    ['test/e2e/duplicates.test.ts', 'goes out again after ten minutes'],
  ],
  ['If it is unknown whether', ['test/e2e/faults.test.ts', 'while sending']],
  [
    "A Zap's input that asks for another host",
    ['test/creates/api/api_request.test.ts', 'another host'],
    ['test/e2e/api_request.test.ts', 'sends nothing to another host'],
  ],
];

/** The longest beginning counts: one may be the beginning of another. */
function beginningOf(sentence: string): string | undefined {
  return SHOWN_BY.map(([beginning]) => beginning)
    .filter((beginning) => sentence.startsWith(beginning))
    .toSorted((one, other) => other.length - one.length)[0];
}

describe('SECURITY.md', () => {
  test('promises nothing that no test shows', () => {
    expect(SENTENCES.length).toBeGreaterThan(30);
    expect(SENTENCES.filter((sentence) => beginningOf(sentence) === undefined)).toEqual([]);
  });

  test('promises all that is listed here', () => {
    const found = new Set(SENTENCES.map(beginningOf));
    expect(SHOWN_BY.map(([beginning]) => beginning).filter((name) => !found.has(name))).toEqual([]);
  });

  test('every test that shows it is there', () => {
    const gone = SHOWN_BY.flatMap(([, ...tests]) => tests).filter(
      ([file, title]) => !existsSync(join(ROOT, file)) || !read(file).includes(title),
    );
    expect(gone).toEqual([]);
  });
});
