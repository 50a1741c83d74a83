const REST = 'ZbR4xVnL0shT7gK2mWq9';

/** An ID in the form of HighLevel's, such as `contact1ZbR4xVnL0shT`. */
export function numberedId(noun: string, index: number): string {
  return `${noun}${index}${REST}`.slice(0, 20);
}

export const CONTACT_ID = numberedId('contact', 1);
export const CONVERSATION_ID = numberedId('conversation', 1);
export const MESSAGE_ID = numberedId('message', 1);
export const LOCATION_ID = numberedId('location', 1);
