import { waits } from '../suite/waits.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

waits(makeLanePGlite);
