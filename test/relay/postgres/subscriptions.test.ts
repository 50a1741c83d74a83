import { subscriptions } from '../suite/subscriptions.ts';
import { postgresServer } from '../support/database.ts';

subscriptions(postgresServer());
