import { events } from '../suite/events.ts';
import { makePGlite } from '../support/database.ts';

events(makePGlite);
