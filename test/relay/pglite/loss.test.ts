import { loss } from '../suite/loss.ts';
import { makePGlite } from '../support/database.ts';

loss(makePGlite);
