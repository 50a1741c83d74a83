import { describe, expect, test } from '@jest/globals';

import { Callers, networkOf } from '../../../relay/proof/callers.ts';

const namesOf = (callers: Callers, address: string, location: string): string[] =>
  callers.groupsOf({ address }, location).map(({ name }) => name);
const mostOf = (callers: Callers, address: string): number | undefined =>
  callers.groupsOf({ address }, 'location1')[1]?.most;

describe('Callers', () => {
  test('share a group by network, and one by network and location', () => {
    const callers = new Callers();
    expect(namesOf(callers, '203.0.113.1', 'a')).toEqual(namesOf(callers, '203.0.113.1', 'a'));
    expect(namesOf(callers, '203.0.113.1', 'a')[1]).toBe(namesOf(callers, '203.0.113.1', 'b')[1]);
    expect(namesOf(callers, '203.0.113.1', 'a')[2]).not.toBe(
      namesOf(callers, '203.0.113.1', 'b')[2],
    );
    expect(namesOf(callers, '203.0.113.1', 'a')[1]).not.toBe(
      namesOf(callers, '203.0.113.2', 'a')[1],
    );
  });

  test('who renews shares no group with who subscribes', () => {
    const callers = new Callers();
    const renewing = callers.groupsOf({ subscription: 'id' }, 'a').map(({ name }) => name);
    const subscribing = namesOf(callers, '203.0.113.1', 'a');
    expect(renewing.filter((name) => subscribing.includes(name))).toEqual([]);
  });

  test('who renews the subscriptions of one location leaves places to those of others', () => {
    const callers = new Callers();
    const [all, location] = callers.groupsOf({ subscription: 'id' }, 'a');
    expect(location?.name).toBe(callers.groupsOf({ subscription: 'other' }, 'a')[1]?.name);
    expect(location?.name).not.toBe(callers.groupsOf({ subscription: 'id' }, 'b')[1]?.name);
    expect(location?.most).toBeLessThan((all?.most ?? 0) / 2);
  });

  test('who sends many tokens that are refused has few places, for a minute', () => {
    let now = 0;
    const callers = new Callers(() => now);
    const usual = mostOf(callers, '203.0.113.1');
    for (let count = 0; count < 60; count += 1) callers.refused({ address: '203.0.113.1' });
    expect(mostOf(callers, '203.0.113.1')).toBeLessThan(usual ?? 0);
    expect(mostOf(callers, '203.0.113.1')).toBeGreaterThan(0);
    expect(mostOf(callers, '203.0.113.2')).toBe(usual);
    now = 60_000;
    expect(mostOf(callers, '203.0.113.1')).toBe(usual);
  });

  test('who is given many networks of IPv6 has the places of one', () => {
    const callers = new Callers();
    const usual = mostOf(callers, '2001:db8:1:ffff::1');
    for (let network = 0; network < 60; network += 1) {
      callers.refused({ address: `2001:db8:1:${network.toString(16)}::1` });
    }
    expect(mostOf(callers, '2001:db8:1:ffff::1')).toBeLessThan(usual ?? 0);
    expect(mostOf(callers, '2001:db8:2:ffff::1')).toBe(usual);
  });

  test('a renewal that is refused counts against nobody', () => {
    const callers = new Callers();
    const before = callers.groupsOf({ subscription: 'id' }, 'a');
    for (let count = 0; count < 100; count += 1) callers.refused({ subscription: 'id' });
    expect(callers.groupsOf({ subscription: 'id' }, 'a')).toEqual(before);
  });
});

describe('networkOf', () => {
  test.each([
    ['203.0.113.1', '203.0.113.1'],
    ['::ffff:203.0.113.1', '203.0.113.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1'],
    ['2001:0DB8:0001:ffff::6', '2001:db8:1'],
    ['2001:db8::1', '2001:db8:0'],
    ['::1', '0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0'],
  ])('%s is of %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
