import { jest } from '@jest/globals';

import { delivery } from './suite/delivery.ts';
import { events } from './suite/events.ts';
import { loss } from './suite/loss.ts';
import { operation } from './suite/operation.ts';
import { queueAndIngest } from './suite/queue.ts';
import { subscriptions } from './suite/subscriptions.ts';
import { transactions } from './suite/transactions.ts';
import { webhooks } from './suite/webhooks.ts';
import { makePGlite } from './support/database.ts';

jest.setTimeout(60_000);

webhooks(makePGlite);
subscriptions(makePGlite);
events(makePGlite);
delivery(makePGlite);
operation(makePGlite);
loss(makePGlite);
queueAndIngest(makePGlite);
transactions(makePGlite);
