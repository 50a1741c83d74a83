import type { Queryable, Statement, Transaction } from './database.ts';

/** A connection that one transaction has for itself. */
export interface Connection {
  queryable: Queryable;
  begin(): Promise<unknown>;
  /** Rejects when the database rolled back. The transaction is over in any case. */
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}

/**
 * Runs `work` in a transaction on a connection, see Database.transaction.
 *
 * @throws what `work` throws, or what the database says to BEGIN or COMMIT.
 */
export async function runTransaction<T>(
  connection: Connection,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const { queryable } = connection;
  // Not awaited: the first statement of the work travels with it.
  const begun = connection.begin();
  begun.catch(() => undefined);
  const state = { isOver: false };
  const notOver = (): void => {
    if (state.isOver) throw new Error('A statement came after the end of its transaction.');
  };

  const commit = async (answers: readonly Promise<unknown>[]): Promise<void> => {
    state.isOver = true;
    const all = await Promise.allSettled([begun, ...answers, connection.commit()]);
    for (const answer of all) if (answer.status === 'rejected') throw answer.reason;
  };
  const commitWith = async (statements: readonly Statement[]): Promise<void> => {
    const answers: Promise<unknown>[] = [];
    for (const statement of statements) {
      await new Promise<void>((resolve, reject) => {
        const answer = statement(
          watched(queryable, () => {
            notOver();
            resolve();
          }),
        );
        answers.push(answer);
        answer.then(() => {
          resolve();
        }, reject);
      });
    }
    await commit(answers);
  };

  try {
    const result = await work({ ...watched(queryable, notOver), commitWith });
    if (!state.isOver) await commit([]);
    return result;
  } catch (error) {
    if (!state.isOver) await connection.rollback();
    throw error;
  }
}

/** Sends statements, each after the answer to the one before. */
export async function sendInTurn(
  queryable: Queryable,
  statements: readonly Statement[],
): Promise<void> {
  for (const statement of statements) await statement(queryable);
}

/** @param onSend is called before each statement; what it throws keeps the statement back. */
function watched(queryable: Queryable, onSend: () => void): Queryable {
  return {
    query: async (text, values) => {
      onSend();
      return queryable.query(text, values);
    },
    boss: {
      executeSql: async (text, values) => {
        onSend();
        return queryable.boss.executeSql(text, values);
      },
    },
  };
}
