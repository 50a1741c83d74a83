import { afterAll, beforeAll, jest } from '@jest/globals';

import { delivery } from './suite/delivery.ts';
import { events } from './suite/events.ts';
import { loss } from './suite/loss.ts';
import { operation } from './suite/operation.ts';
import { queueAndIngest } from './suite/queue.ts';
import { subscriptions } from './suite/subscriptions.ts';
import { transactions } from './suite/transactions.ts';
import { webhooks } from './suite/webhooks.ts';
import { makePostgres } from './support/database.ts';
import { startPostgres, type PostgresServer } from './support/postgres.ts';

jest.setTimeout(60_000);

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const makeDatabase = makePostgres(() => server);

webhooks(makeDatabase);
subscriptions(makeDatabase);
events(makeDatabase);
delivery(makeDatabase);
operation(makeDatabase);
loss(makeDatabase);
queueAndIngest(makeDatabase);
transactions(makeDatabase);
