import { subscriptions } from '../suite/subscriptions.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

subscriptions(makeLanePostgres);
