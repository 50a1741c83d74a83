import { storing } from '../suite/storing.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

storing(makeLanePGlite);
