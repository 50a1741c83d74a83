import { expect, test } from '@jest/globals';

import { exactlyOne } from '../../lib/alternatives.ts';

test('one of several alternatives is enough', () => {
  expect(() => {
    exactlyOne({ Contact: 'con1', 'Email Address': undefined });
  }).not.toThrow();
});

test('none is refused with the labels of all, unless none is allowed', () => {
  const none = { Contact: undefined, 'Email Address': undefined, 'Phone Number': undefined };
  expect(() => {
    exactlyOne(none);
  }).toThrow(/Nothing to go by: fill in \\"Contact\\", \\"Email Address\\" or \\"Phone Number\\"/);
  expect(() => {
    exactlyOne(none, 0);
  }).not.toThrow();
});

test('two are refused with the labels of those two', () => {
  expect(() => {
    exactlyOne({ Contact: 'con1', 'Email Address': 'a@example.com', 'Phone Number': undefined }, 0);
  }).toThrow(/Fill in only one of \\"Contact\\" and \\"Email Address\\"/);
});
