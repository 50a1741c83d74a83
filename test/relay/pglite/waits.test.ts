import { waits } from '../suite/waits.ts';
import { makePGlite } from '../support/database.ts';

waits(makePGlite);
