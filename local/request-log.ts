import { createRequire } from 'node:module';

/** An event of a run without a request log has this key, which nothing else looks at. */
const WITHOUT_REQUEST_LOG = 'withoutRequestLog';

type Logger = ((message: string, data?: { log_type?: string }) => Promise<unknown>) & {
  end: (timeoutMs?: number) => Promise<unknown>;
};
interface LoggedEvent {
  customLogger?: unknown;
  [WITHOUT_REQUEST_LOG]?: unknown;
}
type CreateLogger = (event: LoggedEvent, options?: object) => Logger;

/** The lines that censoring takes long for: an answer of HighLevel's, what a step got and returned. */
const LEFT_OUT = new Set(['http', 'bundle']);

/** The event of a run of which Zapier's log gets no lines about requests and bundles. */
export function withoutRequestLog(event: Record<string, unknown>): Record<string, unknown> {
  return { ...event, [WITHOUT_REQUEST_LOG]: true };
}

/**
 * Has Zapier's handler write no such lines for those events; who records a run gets them.
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
    if (event[WITHOUT_REQUEST_LOG] !== true) return logger;
    // Who records gets these lines, and Zapier's log does not.
    const recorder = event.customLogger
      ? createLogger(event, { ...options, token: '' })
      : undefined;
    const log = async (message: string, data?: { log_type?: string }) =>
      LEFT_OUT.has(data?.log_type ?? '') ? recorder?.(message, data) : logger(message, data);
    return Object.assign(log, { end: logger.end });
  };
  loaded.exports = createQuietLogger;
}
