import { subscriptions } from '../suite/subscriptions.ts';
import { makePGlite } from '../support/database.ts';

subscriptions(makePGlite);
