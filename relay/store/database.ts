import type { Db } from 'pg-boss';

/** What pg-boss asks of a database. */
export type BossDatabase = Db;

/** Runs statements: one at a time, or several that commit together. */
export interface Queryable {
  /**
   * Runs one statement.
   *
   * @param values for `$1`, `$2` ...: texts, numbers, booleans, null and lists of them; bytes in base64.
   * @returns its rows, which have the columns that the statement names.
   */
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The same for pg-boss, so that its statements join the transaction. */
  readonly boss: BossDatabase;
}

/** Sends one statement to what it is given, or none. */
export type Statement = (queryable: Queryable) => Promise<unknown>;

/** Statements that commit together. */
export interface Transaction extends Queryable {
  /**
   * Ends the transaction with statements that need not be answered before the next one is sent: each
   * travels right behind the one before, and COMMIT behind the last, in one round trip.
   *
   * @throws the first failure; nothing is committed then, unless a statement was taken and only what
   *   was to be done with its answer failed.
   */
  commitWith(statements: readonly Statement[]): Promise<void>;
}

/** What the relay needs of a database: PGlite inside the process, or PostgreSQL. */
export interface Database extends Queryable {
  /** pg-boss's name for it. */
  readonly backend: 'pglite' | 'postgres' | 'cockroachdb' | 'yugabytedb' | 'citus';
  /** How many transactions are worth running in parallel. */
  readonly concurrency: number;
  /**
   * Runs `work` in a transaction: commits when it resolves, unless it did itself, and rolls back when
   * it rejects. Statements that do not depend on each other may be sent together (`Promise.all`).
   */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Calls back when another relay on this database asks for help. Returns a function that ends it. */
  listen(onNotification: () => void): Promise<() => Promise<void>>;
  /** Asks the other relays on this database for help. */
  notify(): Promise<void>;
  /** Closes all connections; what is under way ends first. */
  close(): Promise<void>;
}
