import { previous } from '../suite/previous.ts';
import { makePGlite } from '../support/database.ts';

previous(makePGlite);
