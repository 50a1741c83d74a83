import { webhooks } from '../suite/webhooks.ts';
import { makePGlite } from '../support/database.ts';

webhooks(makePGlite);
