import zapier from 'zapier-platform-core';

import App from '../../index.ts';
import { showOneOperationPerEvent } from '../../lib/handler.ts';

const { send_message } = App.creates;
const { find_contact } = App.searches;
const { contact_list, new_message } = App.triggers;

/** The connector with four operations: core takes a while for each of hundreds, whatever the event. */
const app = {
  ...App,
  creates: { send_message },
  searches: { find_contact },
  triggers: { contact_list, new_message },
};

showOneOperationPerEvent(zapier, app);

export default app;
