import { describe, expect, test } from '@jest/globals';

import { isPublicAddress } from '../../relay/addresses.ts';
import { checkTarget, parseAllowedTargets } from '../../relay/targets.ts';

describe('parseAllowedTargets', () => {
  test('reads host names and origins', () => {
    const { hosts, origins } = parseAllowedTargets('Hooks.Zapier.com, http://127.0.0.1:5000,');
    expect([...hosts]).toEqual(['hooks.zapier.com']);
    expect([...origins]).toEqual(['http://127.0.0.1:5000']);
  });

  test.each([
    ['nothing', ' , '],
    ['an address with a path', 'https://hooks.zapier.com/hooks'],
    ['an IP address without a scheme', '10.0.0.1'],
    ['a wildcard', '*.zapier.com'],
    ['another scheme', 'ftp://hooks.zapier.com'],
    ['a host with a port', 'hooks.zapier.com:8443'],
  ])('refuses %s', (_what, text) => {
    expect(() => parseAllowedTargets(text)).toThrow(/names no host|neither|not an origin/);
  });
});

describe('checkTarget', () => {
  const allowed = parseAllowedTargets('hooks.zapier.com,http://127.0.0.1:5000');

  test('accepts a listed host by https, checked, and a listed origin, exempt', () => {
    expect(checkTarget('https://hooks.zapier.com/hooks/standard/1/abc/', allowed)).toMatchObject({
      exempt: false,
    });
    expect(checkTarget('http://127.0.0.1:5000/hook', allowed)).toMatchObject({ exempt: true });
    expect(checkTarget('https://HOOKS.zapier.com:443/x', allowed)).toMatchObject({ exempt: false });
  });

  test.each([
    ['no https', 'http://hooks.zapier.com/x'],
    ['another host', 'https://example.com/x'],
    ['a host below', 'https://a.hooks.zapier.com/x'],
    ['a host that only ends alike', 'https://evilhooks.zapier.com/x'],
    ['a host that only starts alike', 'https://hooks.zapier.com.example.com/x'],
    ['a trailing dot', 'https://hooks.zapier.com./x'],
    ['an odd port', 'https://hooks.zapier.com:8443/x'],
    ['a user name', 'https://user@hooks.zapier.com/x'],
    ['credentials that look like the host', 'https://hooks.zapier.com:443@example.com/x'],
    ['credentials for a listed origin', 'http://user:password@127.0.0.1:5000/x'],
    ['a fragment', 'https://hooks.zapier.com/x#y'],
    ['loopback by another port', 'http://127.0.0.1:5001/x'],
    ['loopback by another spelling', 'https://2130706433/x'],
    ['loopback in IPv6', 'https://[::1]/x'],
    ['an IPv4-mapped address', 'https://[::ffff:127.0.0.1]/x'],
    ['the address of cloud metadata', 'https://169.254.169.254/latest'],
    ['a file', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['nonsense', 'not an address'],
    ['a very long one', `https://hooks.zapier.com/${'x'.repeat(3000)}`],
  ])('refuses %s with a sentence', (_what, url) => {
    expect(checkTarget(url, allowed)).toMatch(/^[A-Z].*\.$|^targetUrl .*\.$/);
  });
});

describe('isPublicAddress', () => {
  test.each(['8.8.8.8', '1.1.1.1', '52.1.2.3', '2600:1f18::1', '2606:4700:4700::1111'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
