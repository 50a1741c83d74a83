import { webhooks } from '../suite/webhooks.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

webhooks(makeLanePostgres);
