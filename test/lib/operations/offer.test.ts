import { describe, expect, test } from '@jest/globals';

import { INSTANT_TWINS, needsRelay, offerFor } from '../../../lib/operations/offer.ts';
import { toList, toRecord } from '../../../resources/values.ts';
import { App } from '../../support/app.ts';
import { EACH_VISIBLE, OPERATIONS } from '../../support/operations.ts';

/** The operations that a version newly hides, by key. */
function hiddenBy(hasRelay: string | undefined): string[] {
  return [App.triggers, App.creates].flatMap((operations) =>
    Object.entries(offerFor(hasRelay, { ...operations })).flatMap(([key, entry]) => {
      const before = toRecord(toRecord(toRecord(operations)[key])['display'])['hidden'];
      return toRecord(toRecord(entry)['display'])['hidden'] === true && before !== true
        ? [key]
        : [];
    }),
  );
}

const keysOf = (isMeant: (operation: object) => boolean): string[] =>
  OPERATIONS.filter(({ hidden, operation }) => !hidden && isMeant(operation)).map(({ key }) => key);

const outputOf = (wanted: string) => {
  const { outputFields, sample } = OPERATIONS.find(({ key }) => key === wanted) ?? {};
  return {
    fields: toList(outputFields).map((field) => toRecord(field)['key']),
    sample: Object.keys(toRecord(sample)),
  };
};

describe('a version', () => {
  test('without a relay offers no instant trigger and no step that waits', () => {
    const instant = keysOf(({ ...operation }) => toRecord(operation)['type'] === 'hook');
    expect(instant.length).toBeGreaterThan(10);
    expect(hiddenBy('no').toSorted()).toEqual([...instant, 'send_message_and_wait'].toSorted());
  });

  test('with a relay offers no trigger that does later what an instant one does', () => {
    expect(hiddenBy('yes').toSorted()).toEqual(Object.keys(INSTANT_TWINS).toSorted());
  });

  test.each([undefined, ''])('of which that is not said (%j) offers all', (hasRelay) => {
    expect(hiddenBy(hasRelay)).toEqual([]);
  });

  test('of either kind has everything, so that Zaps go on', () => {
    for (const hasRelay of ['yes', 'no']) {
      expect(Object.keys(offerFor(hasRelay, { ...App.triggers }))).toEqual(
        Object.keys(App.triggers),
      );
    }
  });
});

const NEED_RELAY = OPERATIONS.filter(({ operation }) => needsRelay(operation)).map(
  ({ label }) => `**${label}**`,
);

test.each(EACH_VISIBLE.filter(([, { operation }]) => !needsRelay(operation)))(
  'the form of %s names no step that needs a relay',
  (_path, { fields }) => {
    const helps = fields.map(({ helpText }) => String(helpText));
    expect(helps.filter((help) => NEED_RELAY.some((name) => help.includes(name)))).toEqual([]);
  },
);

test.each(Object.entries(INSTANT_TWINS))(
  '%s returns what %s does, so that one can take the place of the other',
  (polling, instant) => {
    expect(outputOf(polling).fields.length).toBeGreaterThan(10);
    expect(outputOf(polling)).toEqual(outputOf(instant));
  },
);
