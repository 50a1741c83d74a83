import { housekeeping } from '../suite/housekeeping.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

housekeeping(makeLanePGlite);
