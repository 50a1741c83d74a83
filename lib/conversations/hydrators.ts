import type { Bundle, ZObject } from 'zapier-platform-core';

import { message } from '../../resources/message.ts';
import { inSubAccount } from '../connection/sub_account.ts';
import { readList, send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { GONE, pointedId } from '../records/details.ts';

/** The ID of a conversation's latest message; blank where it is gone. @param bundle `conversationId` */
export const lastMessageId = inSubAccount(async (z: ZObject, bundle: Bundle): Promise<string> => {
  const { status, data } = await send(z, {
    url: path`/conversations/${pointedId(bundle, 'conversationId')}/messages`,
    params: { limit: 1 },
    expected: GONE,
  });
  if (status >= 400) return '';
  return readList(message, data, 'messages')[0]?.id ?? '';
});
