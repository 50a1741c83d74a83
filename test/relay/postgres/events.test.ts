import { events } from '../suite/events.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';

events(makeLanePostgres);
