import { agencies } from '../suite/agencies.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

agencies(makeLanePGlite);
