// What zapierwrapper.js of the archive does, for the integration as its sources are.
import zapier from 'zapier-platform-core';

import App from '../../entry.ts';

export const handler = zapier.createAppHandler(App);
