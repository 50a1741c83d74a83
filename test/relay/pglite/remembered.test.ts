import { remembered } from '../suite/remembered.ts';
import { makePGlite } from '../support/database.ts';

remembered(makePGlite);
