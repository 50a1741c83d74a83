import { subscriptions } from '../suite/subscriptions.ts';
import { postgresServer } from '../support/postgres-server.ts';

subscriptions(postgresServer());
