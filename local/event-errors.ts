import asyncHooks from 'node:async_hooks';
import { createRequire } from 'node:module';
import type * as Domains from 'node:domain';

const require = createRequire(import.meta.url);

/**
 * Zapier's core makes a domain for each event, to hear of errors that nobody caught in a callback. For that,
 * Node follows every promise through hooks, which takes a sixth of a step's time. Where one event runs after
 * the other, such an error is of the event that runs: it is told to that one's domain without the hooks.
 *
 * Call it before anything loads `node:domain`.
 */
export function tellErrorsToLastDomain(): void {
  const { createHook } = asyncHooks;
  const noHook = { enable: () => noHook, disable: () => noHook };
  asyncHooks.createHook = () => noHook;
  // Not imported: that would load it first.
  const domain = require('node:domain') as typeof Domains;
  asyncHooks.createHook = createHook;
  const { create } = domain;
  let last: Domains.Domain | undefined;
  domain.create = () => (last = create());
  process.on('uncaughtException', (error) => {
    // As Node ends a process without such a listener.
    if (!last) throw error;
    last.emit('error', error);
  });
}
