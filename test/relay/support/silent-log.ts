const nothing = (): void => undefined;

/** A log that keeps nothing. */
export const silentLog = {
  level: 'silent',
  child: () => silentLog,
  fatal: nothing,
  error: nothing,
  warn: nothing,
  info: nothing,
  debug: nothing,
  trace: nothing,
  silent: nothing,
};
