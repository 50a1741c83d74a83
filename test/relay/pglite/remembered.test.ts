import { remembered } from '../suite/remembered.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

remembered(makeLanePGlite);
