import { askServer, type LocalZapier } from '../../local/index.ts';
import { toRecord, type RawRecord } from '../../resources/values.ts';

/** Asks HighLevel's API as another app of the connected sub-account. @throws Error for a refusal */
export async function asOtherApp(
  { sandbox, authData }: Pick<LocalZapier, 'sandbox' | 'authData'>,
  method: string,
  path: string,
  body?: RawRecord,
): Promise<RawRecord> {
  const { status, text } = await askServer(sandbox.url + path, {
    method,
    headers: {
      authorization: `Bearer ${authData['access_token'] ?? ''}`,
      version: '2021-07-28',
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer: unknown = JSON.parse(text);
  if (status >= 300) throw new Error(`${method} ${path} answered ${JSON.stringify(answer)}`);
  return toRecord(answer);
}
