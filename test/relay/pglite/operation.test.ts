import { operation } from '../suite/operation.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

operation(makeLanePGlite);
