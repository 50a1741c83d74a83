import { kills } from '../suite/kills.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

kills(makeLanePGlite);
