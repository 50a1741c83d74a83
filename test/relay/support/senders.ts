import { inboundMessage, post } from './highlevel.ts';

const SENDERS = 16;
/** HighLevel waits longer before it sends again. */
const AGAIN_MS = 20;

/**
 * Sends an event until it is answered with 200, as HighLevel does: a relay that was killed may have
 * stored it, and does not answer.
 *
 * @param goesOn false once nobody wants it sent again
 * @returns whether it was answered with 200
 */
export async function sendUntilTaken(
  relay: () => { url: string },
  body: Buffer,
  goesOn = (): boolean => true,
): Promise<boolean> {
  while (goesOn()) {
    const answer = await post(relay(), body).catch(() => undefined);
    if (answer?.status === 200) return true;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
  return false;
}

/** Sends events until told to stop, and keeps the ledger of those that were answered with 200. */
export function startSenders(
  relay: () => { url: string },
  locationId: string,
): { accepted: Set<string>; stop: () => Promise<void> } {
  const accepted = new Set<string>();
  let stopped = false;
  let sent = 0;
  const goesOn = (): boolean => !stopped;
  const sender = async (): Promise<void> => {
    while (goesOn()) {
      sent += 1;
      const webhookId = `event-${sent}`;
      const body = inboundMessage({ locationId, webhookId });
      if (await sendUntilTaken(relay, body, goesOn)) accepted.add(webhookId);
    }
  };
  const senders = Array.from({ length: SENDERS }, sender);
  return {
    accepted,
    stop: async () => {
      stopped = true;
      await Promise.all(senders);
    },
  };
}
