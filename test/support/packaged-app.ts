import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { unzipSync } from 'fflate';

import { isRecord, type RawRecord } from '../../resources/values.ts';
import type { ContainerMessage } from './zapier-container.ts';
import { makeTempFolder, removeFolder } from './temp.ts';
import { ZapierRpc, type Identity } from './zapier-rpc.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILD_ZIP = join(ROOT, 'build', 'build.zip');
const CONTAINER = fileURLToPath(new URL('zapier-container.ts', import.meta.url));

/** How long a container may take to load; about 0.3 s where nothing else runs. */
const START_LIMIT_MS = 20_000;

/** How long Zapier lets one operation run. */
const OPERATION_LIMIT_MS = 30_000;

export interface PackagedAppOptions {
  /** The integration's variables, as `zapier-platform env:set` sets them: CLIENT_ID and so on. */
  env?: Record<string, string>;
  /** The archive to run; build/build.zip unless told. */
  zip?: string;
  /** Zapier's cache, cursor, file store and log; one of its own unless shared with another app. */
  rpc?: ZapierRpc;
}

/** The bundle of a step; what is left out is as Zapier sends it for an ordinary run. */
export interface BundleInput {
  authData?: Record<string, string>;
  inputData?: RawRecord;
  inputDataRaw?: RawRecord;
  meta?: RawRecord;
  [key: string]: unknown;
}

export interface Execution {
  /** The path in the app, such as `triggers.new_message.operation.perform`. */
  method: string;
  bundle?: BundleInput;
  /** For whom it runs, which matters to `z.cache` with a scope. */
  identity?: Identity;
  /** The Zap that polls, which matters to `z.cursor`. */
  storeKey?: string;
  /** Where `z.generateCallbackUrl()` points. */
  callbackUrl?: string;
}

/** One entry of a dropdown that `choices.perform` filled. */
export interface Choice {
  id: string;
  label: string;
}

/** An error as Zapier's handler reports it: `name` is the class, such as HaltedError. */
export class OperationError extends Error {
  /** What a person reads in Zapier: without the log and the requests that the handler appends. */
  readonly summary: string;
  /** The code given to `z.errors.Error`. */
  readonly code: unknown;
  /** The HTTP status given to `z.errors.Error`. */
  readonly status: unknown;
  /** Seconds until Zapier tries again, given to `z.errors.ThrottledError`. */
  readonly delay: unknown;

  constructor(name: string, message: string, stack: string) {
    super(message);
    this.name = name;
    this.stack = stack;
    const details = DETAILED.includes(name) ? parseDetails(message) : undefined;
    const sentence = details ? details['message'] : message.split(APPENDED)[0];
    this.summary = typeof sentence === 'string' ? sentence : message;
    this.code = details?.['code'];
    this.status = details?.['status'];
    this.delay = details?.['delay'];
  }
}

/** Where the handler begins to append what led to an error. */
const APPENDED = /\nWhat happened:|\n\nConsole logs:/;

/** Errors whose message is JSON that carries the details. */
const DETAILED = ['AppError', 'ThrottledError', 'ResponseError'];

function parseDetails(message: string): RawRecord | undefined {
  const details: unknown = JSON.parse(message);
  return isRecord(details) ? details : undefined;
}

interface Waiting {
  resolve: (results: unknown) => void;
  reject: (error: Error) => void;
}

/**
 * The packaged integration as Zapier runs it: build.zip, unpacked, behind Zapier's own handler in a
 * process of its own. Calls run one after the other, as in one of Zapier's containers; open a second
 * app on the same `rpc` for two that run at once.
 */
export class PackagedApp {
  /** Zapier's cache, cursor, file store and log, as this app sees them. */
  readonly rpc: ZapierRpc;
  /** Signs the pointers of `z.dehydrate`, as Zapier's secret for one run does. */
  readonly hydrationSecret = randomBytes(16).toString('hex');
  /** Milliseconds from the container's first line to a loaded integration. */
  readonly startMs: number;

  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #ownsRpc: boolean;
  readonly #env: Record<string, string>;
  readonly #waiting = new Map<number, Waiting>();
  readonly #tokens = new Map<string, string>();
  #lastId = 0;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(parts: {
    process: ChildProcess;
    folder: string;
    rpc: ZapierRpc;
    ownsRpc: boolean;
    env: Record<string, string>;
    startMs: number;
    tail: () => string;
  }) {
    this.#process = parts.process;
    this.#folder = parts.folder;
    this.rpc = parts.rpc;
    this.#ownsRpc = parts.ownsRpc;
    this.#env = parts.env;
    this.startMs = parts.startMs;
    this.#process.on('message', (message) => {
      // The container sends nothing else.
      this.#settle(message as ContainerMessage);
    });
    this.#process.on('exit', (code) => {
      const error = new Error(
        `Zapier's container ended with code ${code ?? 'none'}. ${parts.tail()}`,
      );
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    });
  }

  /** Unpacks the archive and waits until its handler is loaded. */
  static async open(options: PackagedAppOptions = {}): Promise<PackagedApp> {
    const rpc = options.rpc ?? (await ZapierRpc.start());
    const folder = makeTempFolder();
    unpack(options.zip ?? BUILD_ZIP, folder);
    const child = fork(CONTAINER, {
      cwd: folder,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // The integration's variables come with each event, as on Zapier; nothing of this process's
      // environment reaches it, such as the NODE_ENV by which the handler would know a test.
      env: { PATH: process.env['PATH'], TZ: 'UTC', LOGGING_ENDPOINT: rpc.logUrl },
      silent: true,
    });
    const tail = keepTail(child);
    const startMs = await started(child, tail);
    return new PackagedApp({
      process: child,
      folder,
      rpc,
      ownsRpc: !options.rpc,
      env: options.env ?? {},
      startMs,
      tail,
    });
  }

  /**
   * Runs one function of the integration, whatever it is: perform, performSubscribe, a hydrator,
   * `authentication.test`, `authentication.oauth2Config.getAccessToken`, ...
   *
   * @throws OperationError when it fails; its name is the error's class
   */
  execute(execution: Execution): Promise<unknown> {
    return this.#run('execute', execution);
  }

  /** What Zapier stores of the integration. */
  async definition(): Promise<RawRecord> {
    const definition = await this.#run('definition');
    if (!isRecord(definition)) throw new Error('The handler gave no definition.');
    return definition;
  }

  /** What Zapier's schema finds wrong; empty when the integration is valid. */
  async validate(): Promise<unknown[]> {
    const errors = await this.#run('validate');
    if (!Array.isArray(errors)) throw new Error('The handler validated nothing.');
    const list: unknown[] = errors;
    return list;
  }

  /** Runs a function that answers a list of records: a trigger or a search. */
  async list(execution: Execution): Promise<RawRecord[]> {
    return recordsIn(await this.execute(execution), execution.method);
  }

  /** Runs a function that answers one record: a create, a hydrator, a test of the connection. */
  async one(execution: Execution): Promise<RawRecord> {
    const result = await this.execute(execution);
    if (!isRecord(result)) throw new Error(`${execution.method} gave no record.`);
    return result;
  }

  /**
   * The input fields of an operation such as `creates.send_message`, for what is filled in so far:
   * the static ones and those that functions make.
   */
  inputFields(operation: string, bundle?: BundleInput): Promise<RawRecord[]> {
    return this.list({ method: `${operation}.operation.inputFields`, ...(bundle && { bundle }) });
  }

  /** One page of a dropdown that is filled by a function in the field's `choices`. */
  async choices(
    operation: string,
    fieldKey: string,
    { pagingToken, ...bundle }: BundleInput & { pagingToken?: string } = {},
  ): Promise<{ results: Choice[]; pagingToken: string | null }> {
    const index = await this.#fieldIndex(operation, fieldKey);
    const page = await this.one({
      method: `${operation}.operation.inputFields.${index}.choices.perform`,
      bundle: {
        ...bundle,
        meta: {
          ...bundle.meta,
          isFillingDynamicDropdown: true,
          ...(pagingToken === undefined ? {} : { paging_token: pagingToken }),
        },
      },
    });
    const results = recordsIn(page['results'], fieldKey).map(({ id, label }) => ({
      id: String(id),
      label: String(label),
    }));
    const next = page['paging_token'];
    return { results, pagingToken: typeof next === 'string' ? next : null };
  }

  /** Ends the container and removes its folder; calls still running fail. */
  async close(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = new Promise((resolve) => this.#process.once('exit', resolve));
      this.#process.kill();
      await ended;
    }
    removeFolder(this.#folder);
    if (this.#ownsRpc) await this.rpc.close();
  }

  /** A function counts by its place among the static fields, as Zapier finds it. */
  async #fieldIndex(operation: string, fieldKey: string): Promise<number> {
    let node: unknown = await this.definition();
    for (const key of [...operation.split('.'), 'operation', 'inputFields']) {
      node = isRecord(node) ? node[key] : undefined;
    }
    const fields: unknown[] = Array.isArray(node) ? node : [];
    const index = fields.findIndex((field) => isRecord(field) && field['key'] === fieldKey);
    if (index < 0) throw new Error(`${operation} has no static field ${fieldKey}.`);
    return index;
  }

  /** One call at a time: the next is sent when the last has ended, however it ended. */
  #run(command: string, execution?: Execution): Promise<unknown> {
    const run = this.#last.then(() => this.#send(command, execution));
    this.#last = run.catch(() => undefined);
    return run;
  }

  #send(command: string, execution: Execution | undefined): Promise<unknown> {
    if (!this.#process.connected) throw new Error("Zapier's container has ended.");
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const what = execution?.method ?? command;
        reject(new Error(`${what} took longer than the ${OPERATION_LIMIT_MS / 1000} s of Zapier.`));
        this.#process.kill();
      }, OPERATION_LIMIT_MS);
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer);
          settle(value);
        };
      this.#waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
      this.#process.send({ id, event: this.#event(command, execution) });
    });
  }

  #event(command: string, execution: Execution | undefined): RawRecord {
    const identity = execution?.identity ?? { user: 'user-1', auth: 'auth-1' };
    return {
      command,
      method: execution?.method,
      bundle: {
        authData: {},
        inputData: {},
        inputDataRaw: {},
        ...execution?.bundle,
        meta: { ...ORDINARY_RUN, ...execution?.bundle?.meta },
      },
      environment: { ...this.#env, _ZAPIER_ONE_TIME_SECRET: this.hydrationSecret },
      rpc_base: this.rpc.rpcUrl,
      token: this.#tokenFor(identity),
      storeKey: execution?.storeKey ?? 'zap-1',
      callback_url: execution?.callbackUrl,
      // Output that Zapier would refuse or complain of becomes an error.
      isDeveloper: true,
    };
  }

  #tokenFor(identity: Identity): string {
    const key = JSON.stringify([identity.user, identity.auth]);
    const token = this.#tokens.get(key) ?? this.rpc.tokenFor(identity);
    this.#tokens.set(key, token);
    return token;
  }

  #settle(message: ContainerMessage): void {
    if (message.type === 'ready') return;
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === 'result') waiting?.resolve(message.results);
    else waiting?.reject(new OperationError(message.name, message.message, message.stack));
  }
}

/** `bundle.meta` of a run in a live Zap. */
const ORDINARY_RUN = {
  isBulkRead: false,
  isFillingDynamicDropdown: false,
  isLoadingSample: false,
  isPopulatingDedupe: false,
  isTestingAuth: false,
  limit: -1,
  page: 0,
  timezone: 'UTC',
  inputFields: {},
};

function recordsIn(results: unknown, what: string): RawRecord[] {
  if (!Array.isArray(results) || !results.every(isRecord)) {
    throw new Error(`${what} gave no list of records.`);
  }
  return results;
}

function unpack(zip: string, folder: string): void {
  for (const [path, content] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** What the process wrote to its error output last, at most 2,000 characters. */
function keepTail(child: ChildProcess): () => string {
  let tail = '';
  child.stderr?.on('data', (chunk: Buffer) => (tail = (tail + chunk.toString()).slice(-2000)));
  // Zapier's handler prints its memory use there on every run.
  child.stdout?.resume();
  return () => tail;
}

function started(child: ChildProcess, tail: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      clearTimeout(timer);
      child.kill();
      reject(new Error(`Zapier's container did not start: ${reason}\n${tail()}`));
    };
    const timer = setTimeout(() => {
      fail(`not ready after ${START_LIMIT_MS / 1000} s`);
    }, START_LIMIT_MS);
    const onExit = (code: number | null) => {
      fail(`it ended with code ${code ?? 'none'}`);
    };
    child.once('exit', onExit);
    child.once('message', (message) => {
      clearTimeout(timer);
      child.off('exit', onExit);
      // Its first message is always this one.
      const first = message as ContainerMessage;
      resolve(first.type === 'ready' ? first.startMs : Number.NaN);
    });
  });
}
