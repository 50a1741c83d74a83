import { describe, expect, test } from '@jest/globals';

import { channelsOf, MESSAGE_TYPES } from '../../resources/channels.ts';
import { conversation } from '../../resources/conversation.ts';

describe('the channels of a conversation', () => {
  test('come from the numbers of its message types, each channel once', () => {
    const read = conversation.parse({
      id: 'c1ZbR4xVnL0shT7gK2mW',
      messageTypes: [2, 3, 20, 1, 34, 19, 42],
    });
    expect(read.channels).toEqual(['sms', 'email', 'call', 'whatsapp', 'rcs']);
  });

  test('come from names too, and leave out what HighLevel writes itself', () => {
    expect(channelsOf(['TYPE_SMS', 25, 'TYPE_ACTIVITY_APPOINTMENT'])).toEqual(['sms']);
  });

  test('are none where HighLevel says nothing', () => {
    expect(conversation.parse({ id: 'c1ZbR4xVnL0shT7gK2mW' }).channels).toEqual([]);
  });

  test('are known for every number that stands for a type', () => {
    const known = channelsOf(Array.from({ length: 42 }, (_, index) => index + 1));
    expect(known).not.toContain('other');
    const channels = Object.entries(MESSAGE_TYPES).flatMap(([channel, types]) =>
      types.length > 0 && channel !== 'activity' ? [channel] : [],
    );
    expect(known.toSorted()).toEqual(channels.toSorted());
  });
});
