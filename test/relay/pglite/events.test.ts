import { events } from '../suite/events.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

events(makeLanePGlite);
