import { operation } from '../suite/operation.ts';
import { makePGlite } from '../support/database.ts';

operation(makePGlite);
