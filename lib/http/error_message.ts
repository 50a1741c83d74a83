import { isRecord, toText } from '../../resources/values.ts';
import { jsonIn } from './json.ts';

/**
 * What an error tells a person. zapier-platform-core writes the message of its own errors as JSON,
 * with code and status beside it.
 */
export function errorMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!message.startsWith('{')) return message;
  const details = jsonIn(message);
  return (isRecord(details) ? toText(details['message']) : null) ?? message;
}
