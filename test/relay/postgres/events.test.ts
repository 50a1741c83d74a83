import { events } from '../suite/events.ts';
import { postgresServer } from '../support/postgres-server.ts';

events(postgresServer());
