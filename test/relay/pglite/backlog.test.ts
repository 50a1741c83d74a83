import { backlog } from '../suite/backlog.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

backlog(makeLanePGlite);
