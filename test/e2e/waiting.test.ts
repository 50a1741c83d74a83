import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { LocalZapier, WaitingStep } from '../../local/index.ts';
import { toText, type RawRecord } from '../../resources/values.ts';
import { moveClock, type MovingClock } from '../support/moving_clock.ts';
import { startRelayAgain } from '../support/shared_relay.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

const HOUR_MS = 3_600_000;

let zapier: LocalZapier;
/** That of the relay, which runs in this process. */
let clock: MovingClock;
/** The same relay again, on its database and at its address. */
async function restartRelay(): Promise<void> {
  const { sandbox, hooks, relay } = zapier;
  const { port } = new URL(relay?.url ?? '');
  await startRelayAgain({ sandbox, hooks, env: { PORT: port } });
}

beforeAll(async () => {
  zapier = await sharedZapier({ relay: true });
});

beforeEach(() => {
  clock = moveClock();
});

afterEach(() => {
  clock.restore();
});

/** A contact for each test. */
async function newContact(): Promise<string> {
  const contact = await zapier.create('upsert_contact', {
    firstName: 'Anna',
    phone: `+1555010${String(contacts++)}`,
  });
  return toText(contact['id']) ?? '';
}
let contacts = 1000;

function question(contactId: string, more: RawRecord = {}): WaitingStep {
  return zapier.waitingStep('send_message_and_wait', {
    contactId,
    channel: 'sms',
    message: 'Does Thursday at ten suit you?',
    waitFor: 1,
    waitUnit: 'hours',
    skipDuplicates: false,
    ...more,
  });
}

const write = (contactId: string, body: string, more: RawRecord = {}): Promise<RawRecord> =>
  zapier.sandbox.post('/messages', { contactId, channel: 'SMS', body, ...more });

describe('Send Message and Wait for Reply, from the packaged zip to HighLevel and back', () => {
  test("goes on with the contact's reply", async () => {
    const contactId = await newContact();
    const step = question(contactId);
    expect(await step.begin()).toMatchObject({ contactId, gotReply: false });
    const [sent] = await zapier.sandbox.list(`/state/messages?contactId=${contactId}`);
    expect(sent).toMatchObject({ body: 'Does Thursday at ten suit you?' });
    await write(contactId, 'Yes, gladly.');
    expect(await step.resumed()).toMatchObject({
      gotReply: true,
      replyText: 'Yes, gladly.',
      replyChannel: 'sms',
      id: step.outputData['id'],
    });
  });

  test('two Zaps that wait for one contact both go on, each on its own channels', async () => {
    const contactId = await newContact();
    const bySms = question(contactId);
    const byAny = question(contactId, { replyOn: 'any' });
    await bySms.begin();
    await byAny.begin();
    await write(contactId, '<p>By email</p>', { channel: 'Email', subject: 'Thursday' });
    expect(await byAny.resumed()).toMatchObject({
      gotReply: true,
      replyText: 'By email',
      replySubject: 'Thursday',
      replyChannel: 'email',
    });
    expect(bySms.waiting).toBe(0);
    await write(contactId, 'By SMS');
    expect(await bySms.resumed()).toMatchObject({ replyText: 'By SMS', replyChannel: 'sms' });
  });

  test('a reply after a restart of the relay, and a silence until the time is over', async () => {
    const [answering, silent] = [await newContact(), await newContact()];
    const steps = {
      answered: question(answering, { waitFor: 1, waitUnit: 'days' }),
      silent: question(silent),
    };
    await steps.answered.begin();
    await steps.silent.begin();
    await restartRelay();
    await write(answering, 'Yes.');
    expect(await steps.answered.resumed()).toMatchObject({ gotReply: true, replyText: 'Yes.' });
    expect(steps.silent.waiting).toBe(0);

    clock.advance(2 * HOUR_MS);
    await restartRelay();
    expect(await steps.silent.resumed()).toMatchObject({
      gotReply: false,
      replyText: null,
      contactId: silent,
      id: steps.silent.outputData['id'],
    });
    clock.restore();
    await restartRelay();
    await write(silent, 'Too late.');
    await write(answering, 'Once more.');
    const marker = question(silent);
    await marker.begin();
    await write(silent, 'For the next question.');
    expect(await marker.resumed()).toMatchObject({ replyText: 'For the next question.' });
    // What was written before it was handled before it.
    expect([steps.answered.waiting, steps.silent.waiting]).toEqual([0, 0]);
  });

  test('an event that HighLevel sends again resumes nobody', async () => {
    const contactId = await newContact();
    const first = question(contactId);
    await first.begin();
    const written = await write(contactId, 'Yes.');
    expect(await first.resumed()).toMatchObject({ replyText: 'Yes.' });
    const second = question(contactId);
    await second.begin();
    await zapier.sandbox.post('/events', { type: 'InboundMessage', id: written['messageId'] });
    await write(contactId, 'Yes again.');
    expect(await second.resumed()).toMatchObject({ replyText: 'Yes again.' });
    expect([first.waiting, second.waiting]).toEqual([0, 0]);
  });

  test("a test in Zapier's editor does not wait", async () => {
    const contactId = await newContact();
    const step = question(contactId);
    expect(await step.begin({ isLoadingSample: true })).toMatchObject({
      contactId,
      gotReply: true,
      replyText: expect.stringMatching(/\w/),
    });
    await write(contactId, 'Yes.');
    expect(step.waiting).toBe(0);
  });
});
