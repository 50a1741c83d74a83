import zapier from 'zapier-platform-core';

import App from './index.ts';
import { showOneOperationPerEvent } from './lib/handler.ts';

// Zapier imports this module and then has core make the handler of what it exports.
showOneOperationPerEvent(zapier, App);

export default App;
