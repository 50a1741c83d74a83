import { transactions } from '../suite/transactions.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

transactions(makeLanePGlite);
