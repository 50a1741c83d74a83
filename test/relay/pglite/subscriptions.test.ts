import { subscriptions } from '../suite/subscriptions.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

subscriptions(makeLanePGlite);
