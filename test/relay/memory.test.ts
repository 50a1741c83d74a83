import { expect, test } from '@jest/globals';

import { allArrive } from './suite/delivery.ts';
import { makePGlite } from './support/database.ts';
import { startProcessHarness } from './support/harness.ts';
import { inboundMessage, post, signatureOf } from './support/highlevel.ts';
import { RawClient } from './support/raw-client.ts';
import { until } from './support/until.ts';

// What fills it does not get to the database, whichever that is.

test('an answer of 50 MB is not read: the memory stays', async () => {
  const harness = await startProcessHarness(makePGlite);
  const healthy = await harness.subscribe('InboundMessage', 'location-healthy');
  const hook = await harness.subscribe('InboundMessage', 'location-long');
  const chunk = Buffer.alloc(1024 * 1024);
  harness.target.behave(hook.path, (response) => {
    let left = 50;
    response.writeHead(200);
    const write = (): void => {
      while (left > 0 && !response.destroyed) {
        left -= 1;
        if (!response.write(chunk)) {
          response.once('drain', write);
          return;
        }
      }
      response.end();
    };
    write();
  });
  const before = await harness.relay.memory();
  await Promise.all(
    Array.from({ length: 20 }, () =>
      post(harness.relay, inboundMessage({ locationId: 'location-long' })),
    ),
  );
  await until('all', () => hook.received().length === 20);
  await allArrive(harness, healthy, 'location-healthy');
  expect(hook.received()).toHaveLength(20);
  expect((await harness.relay.memory()) - before).toBeLessThan(200 * 1024 * 1024);
  await harness.close();
});

test('bodies that never end do not fill the memory, and honest events pass', async () => {
  const harness = await startProcessHarness(makePGlite);
  const before = await harness.relay.memory();
  const signature = signatureOf(Buffer.alloc(0));
  const piece = Buffer.alloc(900_000, 'x');
  const slow = await Promise.all(
    Array.from({ length: 300 }, () => RawClient.open(harness.relay.url)),
  );
  for (const client of slow) {
    client.head('/webhooks/highlevel', {
      'content-length': 1_000_000,
      'x-ghl-signature': signature,
    });
    client.write(piece);
  }
  await until('those that give way', () => {
    return slow.filter(({ statuses }) => statuses[0] === 429).length > 100;
  });
  expect((await post(harness.relay, inboundMessage())).status).toBe(200);
  // What was given up stays until it is collected, which a busy machine does late.
  await until('less than 200 MB more', async () => {
    return (await harness.relay.memory()) - before < 200 * 1024 * 1024;
  });
  for (const client of slow) client.close();
  await harness.close();
});
