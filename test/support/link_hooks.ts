import { expect, test } from '@jest/globals';

import { run } from './app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook, type Hook } from './hook.ts';
import { ASSOCIATION_ID, associations, FRIEND_ID, LINK, LINK_ID, links } from './links.ts';
import { found, OBJECT_KEY, RECORD, RECORD_ID } from './objects.ts';

/**
 * What holds of each instant trigger for links.
 *
 * @param name of its fixture
 * @param type HighLevel's name of the event
 */
export function testsOfLinkHook(trigger: Hook, name: string, type: string): void {
  const { event, record } = fixture(name);
  testsOfEveryHook(trigger, { events: [type], event });

  test('reads the event, also as HighLevel documents it', async () => {
    const { type: _type, ...documented } = event;
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
    expect(readable(await run(trigger, delivered(documented)))).toEqual([record]);
  });

  test.each([
    [ASSOCIATION_ID, 1],
    [FRIEND_ID, 0],
  ])('keeps to the association %s', async (associationId, count) => {
    const asked = { inputData: { associationId } };
    expect(await run(trigger, delivered(event, asked))).toHaveLength(count);
  });

  test('has no contact where neither record is one', async () => {
    const other = { ...event, secondObjectKey: OBJECT_KEY };
    expect(await run(trigger, delivered(other))).toMatchObject([
      { contactId: null, contact: null },
    ]);
  });

  test('takes samples from the links of the latest records', async () => {
    associations();
    found([RECORD], { pageLimit: 5, sort: [{ field: 'updatedAt', direction: 'desc' }] });
    links(RECORD_ID, [LINK], { associationIds: ASSOCIATION_ID });
    expect(await runHook(trigger, 'performList')).toMatchObject([{ id: LINK_ID }]);
  });

  test('has no samples where no association has records of a custom object', async () => {
    associations();
    const inputData = { associationId: FRIEND_ID };
    expect(await runHook(trigger, 'performList', { inputData })).toEqual([]);
  });
}
