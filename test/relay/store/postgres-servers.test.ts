import { describe, expect, test } from '@jest/globals';

import { parsePostgresServers } from '../../../relay/store/postgres-servers.ts';

describe('the servers of DATABASE_URL', () => {
  test.each([
    ['postgres://relay@db/relay', ['postgres://relay@db/relay']],
    [
      'postgresql://relay:p%40ss,word@one:5432,two:5433/relay?sslmode=verify-full',
      [
        'postgresql://relay:p%40ss,word@one:5432/relay?sslmode=verify-full',
        'postgresql://relay:p%40ss,word@two:5433/relay?sslmode=verify-full',
      ],
    ],
    ['postgres://[::1]:5432,two', ['postgres://[::1]:5432', 'postgres://two']],
    ['postgres:///relay?host=/run/postgresql', ['postgres:///relay?host=/run/postgresql']],
    [
      'postgres://one,two/relay?target_session_attrs=read-write',
      [
        'postgres://one/relay?target_session_attrs=read-write',
        'postgres://two/relay?target_session_attrs=read-write',
      ],
    ],
  ])('%s', (url, servers) => {
    expect(parsePostgresServers(url)).toEqual(servers);
  });

  test.each([
    'mysql://relay:the-password@db/relay',
    'postgres://relay:the-password@one:port/relay',
    'postgres://relay:the-password@one:5432,two:70000/relay',
    'one:5432,two:5432',
    '',
  ])('not an address, and the error does not repeat it: %s', (url) => {
    expect(() => parsePostgresServers(url)).toThrow(/^must be a URL such as [^']+$/);
    expect(() => parsePostgresServers(url)).not.toThrow(/the-password/);
  });

  test('a standby cannot be asked for', () => {
    expect(() => parsePostgresServers('postgres://a,b/x?target_session_attrs=standby')).toThrow(
      'must not select a standby',
    );
  });
});
