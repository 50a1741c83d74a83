import { expect, test } from '@jest/globals';

import { startHarness } from './support/harness.ts';
import { makeLanePGlite } from './support/lane-pglite.ts';
import { inboundMessage, post } from './support/highlevel.ts';
import { until } from './support/until.ts';

test('an attempt that gets no answer ends by its limit, and is repeated', async () => {
  const harness = await startHarness(makeLanePGlite, { RELAY_DELIVERY_TIMEOUT_SECONDS: '0.3' });
  const hook = await harness.subscribe();
  harness.target.behave(hook.path, (response) => {
    if (hook.received().length > 1) response.end();
  });
  await post(harness.relay, inboundMessage());
  await until('the second attempt', () => hook.received().length === 2);
  await until('an empty queue', async () => {
    return (await harness.relay.metric('relay_queue_depth')) === 0;
  });
  expect(hook.received()).toHaveLength(2);
  await harness.close();
});
