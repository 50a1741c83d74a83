import { beforeAll, beforeEach, expect, test } from '@jest/globals';

import type { LocalZapier } from '../../local/index.ts';
import { toText } from '../../resources/values.ts';
import { dropdown } from '../support/dropdown.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

let zapier: LocalZapier;
let contactId: string;

beforeAll(async () => {
  zapier = await sharedZapier();
});

beforeEach(async () => {
  await zapier.sandbox.reset();
  contactId = toText((await zapier.sandbox.record('contacts', { firstName: 'Anna' }))['id']) ?? '';
});

test('a subscription type is made, changed, archived, and offered while in use', async () => {
  const made = await zapier.create('create_subscription_type', {
    name: 'Offers',
    channel: 'email',
    language: 'en',
    description: 'Once a month',
  });
  expect(made).toMatchObject({ name: 'Offers', channel: 'email', archived: false });
  const offered = () => dropdown(zapier, 'creates.update_subscription_type', 'subtypeId');
  expect(await offered()).toHaveProperty(toText(made['id']) ?? '', 'Offers (email)');

  const changed = await zapier.create('update_subscription_type', {
    subtypeId: made['id'],
    name: 'Old offers',
    archived: true,
  });

  expect(changed).toMatchObject({ id: made['id'], name: 'Old offers', archived: true });
  expect(await offered()).not.toHaveProperty(toText(made['id']) ?? '');
});

test('a contact leaves a newsletter and comes back, for a reason', async () => {
  const { id: subtypeId } = await zapier.create('create_subscription_type', {
    name: 'News',
    channel: 'email',
    language: 'en',
  });
  const change = { contactId, type: 'custom', subtypeId };

  await zapier.create('change_subscription', { ...change, status: 'unsubscribed' });
  const [left] = await zapier.search('find_subscription_status', { contactId });
  await expect(
    zapier.create('change_subscription', { ...change, status: 'subscribed' }),
  ).rejects.toThrow(/"Legal Reason\\?" is empty/);
  await zapier.create('change_subscription', {
    ...change,
    status: 'subscribed',
    legalReason: 'Asked for it by phone',
  });
  const [back] = await zapier.search('find_subscription_status', { contactId });

  expect(left).toMatchObject({ hasUnsubscribed: true, unsubscribedFrom: ['News'] });
  expect(back).toMatchObject({ hasUnsubscribed: false });
  expect(back?.['subscriptions']).toContainEqual(
    expect.objectContaining({ name: 'News', status: 'subscribed' }),
  );
});

test('everything is subscribed to again at once', async () => {
  await zapier.create('change_subscription', {
    contactId,
    type: 'default',
    status: 'unsubscribed',
  });

  await zapier.create('change_subscription', {
    contactId,
    type: 'resub_all',
    legalReason: 'Asked for it by phone',
    legalDescription: 'Call of 20 November',
  });

  const [status] = await zapier.search('find_subscription_status', { contactId });
  expect(status).toMatchObject({ hasUnsubscribed: false });
});
