import { expect, test } from '@jest/globals';

import { channelField, instantChannelField } from '../../../lib/conversations/channel_fields.ts';
import { toRecord } from '../../../resources/values.ts';
import { OPERATIONS } from '../../support/operations.ts';

test('lists are filtered by the channels that HighLevel names in them', () => {
  expect(Object.keys(channelField.choices)).not.toContain('custom');
  expect(Object.keys(channelField.choices)).toContain('whatsapp');
});

test('events are filtered by the custom channel too', () => {
  expect(Object.keys(instantChannelField.choices)).toContain('custom');
});

test('nothing but instant triggers offers the custom channel as a filter', () => {
  const offering = OPERATIONS.filter(({ kind, staticFields }) => {
    const channel = staticFields.find(({ key }) => key === 'channel');
    return kind !== 'creates' && 'custom' in toRecord(channel?.choices);
  });
  expect(offering.length).toBeGreaterThan(0);
  expect(offering.filter(({ operation }) => operation['type'] !== 'hook')).toEqual([]);
});
