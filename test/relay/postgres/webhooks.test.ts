import { webhooks } from '../suite/webhooks.ts';
import { postgresServer } from '../support/database.ts';

webhooks(postgresServer());
