import { expect, test } from '@jest/globals';

import { exactlyOne } from '../../../lib/inputs/alternatives.ts';

test('one of several alternatives is enough', () => {
  expect(() => {
    exactlyOne({ Contact: 'con1ZbR4xVnL0shT7gK2', 'Email Address': undefined });
  }).not.toThrow();
});

test('none is refused with the labels of all, unless none is allowed', () => {
  const none = { Contact: undefined, 'Email Address': undefined, 'Phone Number': undefined };
  expect(() => {
    exactlyOne(none);
  }).toThrow(/Fill in \\"Contact\\", \\"Email Address\\" or \\"Phone Number\\"/);
  expect(() => {
    exactlyOne(none, { atLeast: 0 });
  }).not.toThrow();
});

test('two are refused with the labels of those two', () => {
  expect(() => {
    exactlyOne(
      {
        Contact: 'con1ZbR4xVnL0shT7gK2',
        'Email Address': 'a@example.com',
        'Phone Number': undefined,
      },
      { atLeast: 0 },
    );
  }).toThrow(/Fill in only one of \\"Contact\\" and \\"Email Address\\"/);
});

test('two that go together count as one', () => {
  const together = ['Email Address', 'Phone Number'];
  const both = { 'Email Address': 'a@example.com', 'Phone Number': '+15550100123' };
  expect(() => {
    exactlyOne(both, { together });
  }).not.toThrow();
  expect(() => {
    exactlyOne({ ...both, Contact: 'con1ZbR4xVnL0shT7gK2' }, { together });
  }).toThrow(/Fill in only one of/);
});
