import { storing } from '../suite/storing.ts';
import { makePGlite } from '../support/database.ts';

storing(makePGlite);
