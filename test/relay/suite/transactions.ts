import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import type { Database, Statement } from '../../../relay/store/database.ts';
import type { MakeDatabase, TestDatabase } from '../support/database.ts';

/** What commits and what does not, on the database itself. */
export function transactions(makeDatabase: MakeDatabase): void {
  describe('a transaction', () => {
    let made: TestDatabase;
    let database: Database;
    beforeAll(async () => {
      made = await makeDatabase();
      database = await made.open();
      await database.query('CREATE TABLE note (id text PRIMARY KEY)');
    });
    afterEach(() => database.query('DELETE FROM note'));
    afterAll(async () => {
      await database.close();
      made.remove();
    });

    const notes = async (): Promise<string[]> => {
      const rows = await database.query<{ id: string }>('SELECT id FROM note ORDER BY id');
      return rows.map(({ id }) => id);
    };

    /** Each text is a new one, so that it has to be prepared first. */
    let texts = 0;
    const insert = (id: unknown): Statement => {
      texts += 1;
      const text = `INSERT INTO note SELECT $1::text WHERE ${texts} > 0`;
      return (queryable) => queryable.query(text, [id]);
    };
    const twice: Statement = async (queryable) => {
      await insert('first')(queryable);
      await insert('second')(queryable);
    };

    test('commits what is sent together', async () => {
      const given = await database.transaction(async (transaction) => {
        await insert('a')(transaction);
        await transaction.commitWith([insert('b'), () => Promise.resolve(), insert('c')]);
        return 'given';
      });
      expect(given).toBe('given');
      expect(await notes()).toEqual(['a', 'b', 'c']);
    });

    test.each<[string, Statement[], RegExp]>([
      ['fails', [insert('b'), insert('b'), insert('c')], /duplicate key/],
      ['is never sent', [insert('b'), () => Promise.reject(new Error('Not now.'))], /Not now/],
      ['has a value that no text can hold', [insert('b'), insert('\0')], /NUL|0x00/],
    ])('commits nothing when a statement %s', async (_what, statements, reason) => {
      const others = database.transaction(async (transaction) => insert('other')(transaction));
      const failing = database.transaction(async (transaction) => {
        await insert('a')(transaction);
        await transaction.commitWith(statements);
      });
      const next = database.transaction((transaction) =>
        transaction.commitWith([insert('next'), insert('last')]),
      );
      await expect(failing).rejects.toThrow(reason);
      await Promise.all([others, next]);
      expect(await notes()).toEqual(['last', 'next', 'other']);
    });

    test('commits nothing when a failure goes unnoticed', async () => {
      const unnoticed = database.transaction(async (transaction) => {
        await insert('a')(transaction);
        await insert('a')(transaction).catch(() => undefined);
      });
      await expect(unnoticed).rejects.toThrow('The transaction was rolled back.');
      expect(await notes()).toEqual([]);
    });

    test('takes no statement after its end', async () => {
      const late = database.transaction(async (transaction) => {
        await transaction.commitWith([insert('a')]);
        await insert('b')(transaction);
      });
      await expect(late).rejects.toThrow('after the end of its transaction');
      const twoForOne = database.transaction((transaction) => transaction.commitWith([twice]));
      await expect(twoForOne).rejects.toThrow('after the end of its transaction');
      expect(await notes()).toEqual(['a', 'first']);
    });
  });
}
