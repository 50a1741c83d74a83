let isReady = false;

/** Has a worker that the runner needs no more exit in order: what it started goes when it exits. */
export function exitWhenTold(): void {
  if (isReady) return;
  isReady = true;
  for (const told of ['SIGTERM', 'disconnect']) process.once(told, () => process.exit());
}
