import { agencies } from '../suite/agencies.ts';
import { makePGlite } from '../support/database.ts';

agencies(makePGlite);
