import { webhooks } from '../suite/webhooks.ts';
import { postgresServer } from '../support/postgres-server.ts';

webhooks(postgresServer());
