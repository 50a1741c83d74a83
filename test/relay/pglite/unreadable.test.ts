import { unreadable } from '../suite/unreadable.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

unreadable(makeLanePGlite);
