import { NO_LIMIT, type LocalZapier } from '../../../local/index.ts';

/** HighLevel itself waits 10 minutes before it repeats a webhook. */
const REPEAT_SOON = { retryMs: 2000 };

/**
 * Makes the local HighLevel fit for a person who looks on: whoever clicks through forms would meet
 * HighLevel's limits, which a Zap does not, and nobody waits 10 minutes for a repeated webhook.
 */
export async function prepareHighLevel({ sandbox }: Pick<LocalZapier, 'sandbox'>): Promise<void> {
  await sandbox.post('/limits', NO_LIMIT);
  await sandbox.post('/webhooks', REPEAT_SOON);
}
