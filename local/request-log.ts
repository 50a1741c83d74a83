import { createRequire } from 'node:module';

/** Tells a container to leave out the request log, as an argument. */
export const WITHOUT_REQUEST_LOG = '--without-request-log';

type Logger = ((message: string, data?: { log_type?: string }) => Promise<unknown>) & {
  end: (timeoutMs?: number) => Promise<unknown>;
};
type CreateLogger = (event: { customLogger?: unknown }, options: unknown) => Logger;

/** The lines that censoring takes long for: an answer of HighLevel's, what a step got and returned. */
const LEFT_OUT = new Set(['http', 'bundle']);

/**
 * Has Zapier's handler write no lines about requests and bundles, except for who records a run.
 *
 * @param wrapperPath the zapierwrapper.js whose handler it is, before it is loaded
 */
export function leaveOutRequestLog(wrapperPath: string): void {
  const require = createRequire(wrapperPath);
  const path = require.resolve('zapier-platform-core/src/tools/create-logger');
  // What the handler makes its logger with; it comes without types.
  const createLogger = require(path) as CreateLogger;
  const loaded = require.cache[path];
  if (!loaded) throw new Error(`${path} was not kept by require.`);
  const createQuietLogger: CreateLogger = (event, options) => {
    const logger = createLogger(event, options);
    if (event.customLogger) return logger;
    const log = async (message: string, data?: { log_type?: string }) =>
      LEFT_OUT.has(data?.log_type ?? '') ? undefined : logger(message, data);
    return Object.assign(log, { end: logger.end });
  };
  loaded.exports = createQuietLogger;
}
