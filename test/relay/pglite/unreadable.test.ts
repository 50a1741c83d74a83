import { unreadable } from '../suite/unreadable.ts';
import { makePGlite } from '../support/database.ts';

unreadable(makePGlite);
