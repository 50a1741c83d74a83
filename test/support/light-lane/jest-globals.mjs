// For lanes that jest-light-runner runs: outside jest's sandbox `@jest/globals` only throws.
import { registerHooks } from 'node:module';

const GLOBALS = new URL('./globals.mjs', import.meta.url).href;

/**
 * Has `@jest/globals` import what the runner has put into the globals.
 *
 * @param {(importer: string) => string | undefined} [urlFor] another module for an importer
 */
export function resolveJestGlobals(urlFor) {
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier !== '@jest/globals') return next(specifier, context);
      const url = urlFor?.(context.parentURL ?? '') ?? GLOBALS;
      return { url, shortCircuit: true };
    },
  });
}
