// For a lane that jest-light-runner runs: all its suites share one module cache, so that they load
// the integration once. The runner puts jest's functions into the globals.
import { createRequire, registerHooks } from 'node:module';

const require = createRequire(import.meta.url);

/** The runner imports a suite under a query of its own. */
const SUITE = /\.test\.ts\?/;

// Outside jest's sandbox `@jest/globals` only throws.
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== '@jest/globals') return next(specifier, context);
    const importer = context.parentURL ?? '';
    const url = SUITE.test(importer)
      ? // Anew for each suite, since its hooks are the suite's.
        new URL(`./suite.mjs?${encodeURIComponent(importer)}`, import.meta.url)
      : new URL('./globals.mjs', import.meta.url);
    return { url: url.href, shortCircuit: true };
  },
});

// Zapier's core ends a process that takes 450 MB after 250 steps. Here one process runs them all.
require('zapier-platform-core/src/constants').KILL_MAX_LIMIT = Infinity;

// The core makes a domain per event, and Node then follows every promise of the process through hooks,
// also those of suites without the core: a fifth of the lane's time. No suite needs a domain to follow
// its promises. The hooks are made when the module is first loaded, here.
const asyncHooks = require('node:async_hooks');
const { createHook } = asyncHooks;
asyncHooks.createHook = () => ({ enable() {}, disable() {} });
require('node:domain');
asyncHooks.createHook = createHook;
