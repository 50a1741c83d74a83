import type { LocalZapier } from '../../../local/index.ts';

const NO_LIMIT = { max: 1_000_000, daily: 1_000_000 };

/** A person who clicks through forms would meet HighLevel's limits, which a Zap does not. */
export async function withoutLimits({ sandbox }: Pick<LocalZapier, 'sandbox'>): Promise<void> {
  await sandbox.post('/limits', NO_LIMIT);
}
