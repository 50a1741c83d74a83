// For a lane of suites that run the integration in this process, without any network.
import { createRequire } from 'node:module';

import { resolveJestGlobals } from './jest-globals.mjs';
import { limitTime } from './time-limit.mjs';

const require = createRequire(import.meta.url);

/** The runner imports a suite under a query of its own. */
const SUITE = /\.test\.ts\?/;

resolveJestGlobals((importer) =>
  SUITE.test(importer)
    ? // Anew for each suite, since its hooks are the suite's.
      new URL(`./no-network-suite.mjs?${encodeURIComponent(importer)}`, import.meta.url).href
    : undefined,
);

limitTime();

/**
 * Has Zapier's core use another function in place of one of its own.
 *
 * @param {string} file under its `src`
 * @param {(own: Record<string, Function>) => unknown} replacementFor what the file exports from now on
 */
function replaceInCore(file, replacementFor) {
  const path = require.resolve(`zapier-platform-core/src/${file}`);
  const replacement = replacementFor(require(path));
  require.cache[path].exports = replacement;
}

// It ends a process that takes 450 MB after 250 steps. Here one process runs them all.
replaceInCore('tools/memory-checker', () => () => {});

// Nobody reads the log of a step here, and censoring each request and answer for it takes long.
const ended = () => Promise.resolve();
replaceInCore('tools/create-logger', () => () => Object.assign(() => ended(), { end: ended }));

// It copies and freezes the definition twice for each step. That of a tester stays the same, but for
// a function that is no operation's, which the tester adds.
const prepared = new WeakMap();
replaceInCore('tools/schema', (own) => ({
  ...own,
  prepareApp: (app) => {
    if ('_testRequest' in app) return own.prepareApp(app);
    if (!prepared.has(app)) prepared.set(app, own.prepareApp(app));
    return prepared.get(app);
  },
}));

// No answer of nock's comes from a server: one TLS context serves all requests, since making one takes
// longer than the rest of a request.
const tls = require('node:tls');
const secureContext = tls.createSecureContext();
tls.createSecureContext = () => secureContext;

// The core makes a domain per event, and Node then follows every promise of the process through hooks,
// also those of suites without the core: a fifth of the lane's time. No suite needs a domain to follow
// its promises. The hooks are made when the module is first loaded, here.
const asyncHooks = require('node:async_hooks');
const { createHook } = asyncHooks;
asyncHooks.createHook = () => ({ enable() {}, disable() {} });
require('node:domain');
asyncHooks.createHook = createHook;
