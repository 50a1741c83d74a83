import { inboundMessage, post } from './highlevel.ts';

const SENDERS = 16;

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
      // What is not answered with 200, or not at all, HighLevel sends again. A relay that was killed
      // may have stored it.
      while (goesOn() && !accepted.has(webhookId)) {
        const answer = await post(relay(), body).catch(() => undefined);
        if (answer?.status === 200) accepted.add(webhookId);
        else await new Promise((resolve) => setTimeout(resolve, 50));
      }
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
