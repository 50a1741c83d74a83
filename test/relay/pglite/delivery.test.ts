import { delivery } from '../suite/delivery.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

delivery(makeLanePGlite);
