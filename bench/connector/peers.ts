/**
 * Polling for new messages as other connectors do it, for comparison only: list the conversations and
 * then the messages of each, or read every page of the list on each poll.
 */

export type Ask = (path: string) => Promise<unknown>;

interface Listed {
  conversations: { id: string; lastMessageDate: number }[];
}

const PAGE = 100;

/** One page of conversations, then one request for each of them. */
export async function pollConversationByConversation(ask: Ask, locationId: string): Promise<void> {
  const { conversations } = await page(ask, locationId);
  for (const { id } of conversations) await ask(`/conversations/${id}/messages?limit=20`);
}

/** All pages of conversations, each time. */
export async function pollAllPages(ask: Ask, locationId: string): Promise<void> {
  let after: number | undefined;
  for (;;) {
    const { conversations } = await page(ask, locationId, after);
    after = conversations.at(-1)?.lastMessageDate;
    if (conversations.length < PAGE || after === undefined) return;
  }
}

async function page(ask: Ask, locationId: string, after?: number): Promise<Listed> {
  const from = after === undefined ? '' : `&startAfterDate=${after}`;
  const answer = await ask(
    `/conversations/search?locationId=${locationId}&sortBy=last_message_date&sort=desc&limit=${PAGE}${from}`,
  );
  // The sandbox answers this endpoint with nothing else.
  return answer as Listed;
}
