import { events } from '../suite/events.ts';
import { postgresServer } from '../support/database.ts';

events(postgresServer());
