import { delivery } from '../suite/delivery.ts';
import { makePGlite } from '../support/database.ts';

delivery(makePGlite);
