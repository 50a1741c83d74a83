import { backlog } from '../suite/backlog.ts';
import { makePGlite } from '../support/database.ts';

backlog(makePGlite);
