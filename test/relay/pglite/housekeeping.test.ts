import { housekeeping } from '../suite/housekeeping.ts';
import { makePGlite } from '../support/database.ts';

housekeeping(makePGlite);
