// For a lane of suites that run the integration in this process, without any network.
import { createRequire } from 'node:module';

import { resolveJestGlobals } from './jest-globals.mjs';

/** The runner imports a suite under a query of its own. */
const SUITE = /\.test\.ts\?/;

resolveJestGlobals((importer) =>
  SUITE.test(importer)
    ? // Anew for each suite, since its hooks are the suite's.
      new URL(`./no-network-suite.mjs?${encodeURIComponent(importer)}`, import.meta.url).href
    : undefined,
);

// Zapier's core ends a process that takes 450 MB after 250 steps. Here one process runs them all.
createRequire(import.meta.url)('zapier-platform-core/src/constants').KILL_MAX_LIMIT = Infinity;
