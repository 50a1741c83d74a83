import { previous } from '../suite/previous.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

previous(makeLanePGlite);
