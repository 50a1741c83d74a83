import { loss } from '../suite/loss.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

loss(makeLanePGlite);
