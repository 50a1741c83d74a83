import { webhooks } from '../suite/webhooks.ts';
import { makeLanePGlite } from '../support/lane-pglite.ts';

webhooks(makeLanePGlite);
