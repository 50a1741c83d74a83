import { AsyncLocalStorage } from 'node:async_hooks';
import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { unzipSync } from 'fflate';

import { isRecord, toList, toRecord, toText, type RawRecord } from '../resources/values.ts';
import { staticChoices, type ChoicePage } from './choices.ts';
import { KeptFolder } from './kept-folder.ts';
import { OperationError } from './operation-error.ts';
import { recordedRun, type Recording } from './recorded-run.ts';
import { watchStart } from './start-watch.ts';
import type { ContainerCommand, ContainerMessage, LogLine } from './zapier-container.ts';
import { ZapierRpc, type Identity } from './zapier-rpc.ts';

const BUILD_ZIP = fileURLToPath(new URL('../build/build.zip', import.meta.url));
const SOURCE = fileURLToPath(new URL('source', import.meta.url));
const CONTAINER = fileURLToPath(new URL('zapier-container.ts', import.meta.url));

/** How long Zapier lets one operation run. */
const OPERATION_LIMIT_MS = 30_000;

export interface PackagedAppOptions {
  /** The integration's variables, as `zapier-platform env:set` sets them: CLIENT_ID and so on. */
  env?: Record<string, string>;
  /** The archive to run; build/build.zip unless told. */
  zip?: string;
  /** Runs the integration as its sources are, without an archive: nothing needs to be packaged. */
  fromSource?: boolean;
  /** With `fromSource`: what a build settles, such as `AUTH=token` (docs/publishing.md). */
  buildSettings?: Record<string, string>;
  /**
   * Whether the log has lines about requests and bundles, as Zapier's has; true unless told. Making them
   * takes half of a step's time. `record` has them in any case.
   */
  requestLog?: boolean;
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

/** What is asked of a dropdown. */
export interface AskedPage {
  /** That of the page before; the first page unless told. */
  pagingToken?: string;
  /** The field as the form has shown it, which is read for it unless told. */
  field?: RawRecord;
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

/** A call that the container has not answered yet. */
interface Waiting {
  settle: (message: Answer) => void;
  reject: (error: Error) => void;
}

type Answer = Exclude<ContainerMessage, { type: 'ready' }>;

/** What a recording notes of a call. */
interface RecordedAnswer {
  method: string;
  log: LogLine[];
  durationMs: number;
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

  /** The integration's variables from now on: they come with each event, as on Zapier. */
  env: Record<string, string>;
  /** Whether the log has lines about requests and bundles from now on. */
  requestLog: boolean;

  readonly #process: ChildProcess;
  /** Where the integration's files are. */
  readonly #folder: string;
  readonly #ownsRpc: boolean;
  readonly #waiting = new Map<number, Waiting>();
  readonly #tokens = new Map<string, string>();
  /** Of a recording within another one, both note what runs. */
  readonly #recorders = new AsyncLocalStorage<RecordedAnswer[][]>();
  #lastId = 0;
  #last: Promise<unknown> = Promise.resolve();
  #definition: Promise<RawRecord> | undefined;

  private constructor(parts: {
    process: ChildProcess;
    folder: string;
    rpc: ZapierRpc;
    ownsRpc: boolean;
    env: Record<string, string>;
    requestLog: boolean;
    startMs: number;
    tail: () => string;
  }) {
    this.#process = parts.process;
    this.#folder = parts.folder;
    this.rpc = parts.rpc;
    this.#ownsRpc = parts.ownsRpc;
    this.env = parts.env;
    this.requestLog = parts.requestLog;
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
    const folder = options.fromSource ? SOURCE : await unpack(options.zip ?? BUILD_ZIP);
    const rpc = options.rpc ?? (await ZapierRpc.start());
    const child = fork(CONTAINER, {
      cwd: folder,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // The integration's variables come with each event, as on Zapier; nothing of this process's
      // environment reaches it, such as the NODE_ENV by which the handler would know a test.
      env: {
        PATH: process.env['PATH'],
        TZ: 'UTC',
        LOGGING_ENDPOINT: rpc.logUrl,
        ...options.buildSettings,
      },
      // Zapier's handler prints its memory use to its output on every run.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const tail = keepTail(child);
    const startMs = await started(child, tail).catch(async (error: unknown) => {
      if (!options.rpc) await rpc.close();
      throw error;
    });
    return new PackagedApp({
      process: child,
      folder,
      rpc,
      ownsRpc: !options.rpc,
      env: options.env ?? {},
      requestLog: options.requestLog ?? true,
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

  /** What Zapier stores of the integration: what is in the archive. It is read once. */
  definition(): Promise<RawRecord> {
    const file = join(this.#folder, 'definition.json');
    this.#definition ??= existsSync(file)
      ? Promise.resolve(toRecord(JSON.parse(readFileSync(file, 'utf8'))))
      : this.handlerDefinition();
    return this.#definition;
  }

  /** The definition as the handler makes it, from which the archive's one was made. */
  async handlerDefinition(): Promise<RawRecord> {
    const definition = await this.#run('definition');
    if (!isRecord(definition)) throw new Error('The handler returned no definition.');
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
    if (!isRecord(result)) throw new Error(`${execution.method} returned no record.`);
    return result;
  }

  /**
   * The fields of an operation's form, such as that of `creates.send_message`, for what is filled in
   * so far: the static ones as they stand in the definition, and those that functions make.
   */
  async inputFields(operation: string, bundle?: BundleInput): Promise<RawRecord[]> {
    const declared = await this.#declaredFields(operation, 'inputFields');
    // As in Zapier's editor: only functions are asked.
    if (declared.every(isRecord)) return declared;
    const shown = await this.#fields(operation, 'inputFields', bundle);
    const known = declared.filter(isRecord);
    // Functions within a field, such as the one that fills its dropdown, do not come back.
    return shown.map((field) => known.find(({ key }) => key === field['key']) ?? field);
  }

  /** The output fields of an operation, those that functions make included. */
  async outputFields(operation: string, bundle?: BundleInput): Promise<RawRecord[]> {
    const declared = await this.#declaredFields(operation, 'outputFields');
    if (declared.length > 0 && declared.every(isRecord)) return declared;
    return this.#fields(operation, 'outputFields', bundle);
  }

  /**
   * One page of a field's dropdown, as the editor fills it: from the list in the definition, by the
   * function in the field's `choices`, or by the hidden trigger that its `dynamic` names.
   *
   * @param bundle its `inputData` is what is filled in so far
   * @throws Error when the form has no such field, or the field no dropdown
   */
  async choices(
    operation: string,
    fieldKey: string,
    { pagingToken, field: shown, ...bundle }: BundleInput & AskedPage = {},
  ): Promise<ChoicePage> {
    const named = ({ key }: RawRecord) => key === fieldKey;
    const field =
      shown ??
      (await this.#staticFields(operation)).find(named) ??
      (await this.inputFields(operation, bundle)).find(named);
    if (!field) throw new Error(`${operation} has no field ${fieldKey} with these inputs.`);
    const dynamic = toText(field['dynamic']);
    if (dynamic !== null) return this.#dynamicChoices(dynamic, bundle, Number(pagingToken ?? 0));
    if (toRecord(field['choices'])['perform'] === undefined) {
      const results = staticChoices(field);
      if (results.length > 0) return { results, pagingToken: null };
      throw new Error(`The field ${fieldKey} of ${operation} has no dropdown.`);
    }
    const index = (await this.#declaredFields(operation, 'inputFields')).findIndex(
      (declared) => toRecord(declared)['key'] === fieldKey,
    );
    const page = await this.one({
      method: `${operation}.operation.inputFields.${index}.choices.perform`,
      bundle: fillingDropdown(bundle, { paging_token: pagingToken }),
    });
    return {
      results: recordsIn(page['results'], fieldKey).map(({ id, label }) => ({
        id: String(id),
        label: String(label),
      })),
      pagingToken: toText(page['paging_token']),
    };
  }

  /**
   * Notes every function of the integration that runs while something is done, with the requests
   * that each made. What others do with this app at the same time is not among them.
   */
  async record<Result>(act: () => Promise<Result>): Promise<Recording<Result>> {
    const answers: RecordedAnswer[] = [];
    const outer = this.#recorders.getStore() ?? [];
    const [outcome] = await Promise.allSettled([this.#recorders.run([...outer, answers], act)]);
    return {
      outcome,
      runs: answers.map(({ method, log, durationMs }) => recordedRun(method, log, durationMs)),
      log: answers.flatMap(({ log }) => log),
    };
  }

  /** Ends the container; calls still running fail. */
  async close(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = new Promise((resolve) => this.#process.once('exit', resolve));
      this.#process.kill();
      await ended;
    }
    if (this.#ownsRpc) await this.rpc.close();
  }

  #fields(operation: string, kind: string, bundle?: BundleInput): Promise<RawRecord[]> {
    return this.list({ method: `${operation}.operation.${kind}`, ...(bundle && { bundle }) });
  }

  async #staticFields(operation: string): Promise<RawRecord[]> {
    return (await this.#declaredFields(operation, 'inputFields')).filter(isRecord);
  }

  /** The fields in the definition: a function counts, as Zapier finds fields by their place. */
  async #declaredFields(operation: string, kind: string): Promise<unknown[]> {
    let node: unknown = await this.definition();
    for (const key of [...operation.split('.'), 'operation', kind]) {
      node = toRecord(node)[key];
    }
    return toList(node);
  }

  /** @param dynamic such as `contact_list.id.name`: the trigger, and the keys of value and label */
  async #dynamicChoices(dynamic: string, bundle: BundleInput, page: number): Promise<ChoicePage> {
    const [trigger = '', idKey = 'id', labelKey = idKey] = dynamic.split('.');
    const items = await this.list({
      method: `triggers.${trigger}.operation.perform`,
      bundle: fillingDropdown(bundle, { page }),
      storeKey: `dropdown-${trigger}`,
    });
    const { triggers } = await this.definition();
    const { canPaginate } = toRecord(toRecord(toRecord(triggers)[trigger])['operation']);
    return {
      results: items.map((item) => ({
        id: String(item[idKey]),
        label: String(item[labelKey] ?? item[idKey]),
      })),
      pagingToken: canPaginate === true && items.length > 0 ? String(page + 1) : null,
    };
  }

  /** One call at a time: the next is sent when the last has ended, however it ended. */
  #run(command: string, execution?: Execution): Promise<unknown> {
    const recorders = this.#recorders.getStore() ?? [];
    const run = this.#last.then(() => this.#send(command, execution, recorders));
    this.#last = run.catch(() => undefined);
    return run;
  }

  #send(
    command: string,
    execution: Execution | undefined,
    recorders: readonly RecordedAnswer[][],
  ): Promise<unknown> {
    if (!this.#process.connected) throw new Error("Zapier's container has ended.");
    const id = ++this.#lastId;
    const method = execution?.method ?? command;
    const startedAt = performance.now();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(
          new Error(`${method} took longer than the ${OPERATION_LIMIT_MS / 1000} s of Zapier.`),
        );
        this.#process.kill();
      }, OPERATION_LIMIT_MS);
      const settle = (answer: Answer) => {
        clearTimeout(timer);
        const answered = { method, log: answer.log, durationMs: performance.now() - startedAt };
        for (const answers of recorders) answers.push(answered);
        if (answer.type === 'result') resolve(answer.results);
        else reject(new OperationError(answer.name, answer.message, answer.stack));
      };
      const fail = (error: Error) => {
        clearTimeout(timer);
        reject(error);
      };
      this.#waiting.set(id, { settle, reject: fail });
      this.#process.send({
        id,
        event: this.#event(command, execution),
        withLog: recorders.length > 0,
        withRequestLog: this.requestLog,
      } satisfies ContainerCommand);
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
      environment: { ...this.env, _ZAPIER_ONE_TIME_SECRET: this.hydrationSecret },
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
    waiting?.settle(message);
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

/** The bundle with which Zapier fills a dropdown. */
function fillingDropdown(bundle: BundleInput, meta: RawRecord): BundleInput {
  const known = Object.entries(meta).filter(([, value]) => value !== undefined);
  return {
    ...bundle,
    meta: { ...bundle.meta, isFillingDynamicDropdown: true, ...Object.fromEntries(known) },
  };
}

function recordsIn(results: unknown, what: string): RawRecord[] {
  if (!Array.isArray(results) || !results.every(isRecord)) {
    throw new Error(`${what} returned no list of records.`);
  }
  return results;
}

/**
 * The folder with what is in an archive, beside it. It is unpacked once, since nothing writes there.
 *
 * @throws Error when there is no archive
 */
async function unpack(zip: string): Promise<string> {
  if (!existsSync(zip)) throw new Error(`There is no ${zip}. Run npm run package first.`);
  const archive = readFileSync(zip);
  const kept = new KeptFolder(dirname(zip), 'unpacked', archive);
  await kept.make((folder) => {
    for (const [path, content] of Object.entries(unzipSync(archive))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  });
  return kept.path;
}

/** What the process wrote to its error output last, at most 2,000 characters. */
function keepTail(child: ChildProcess): () => string {
  let tail = '';
  child.stderr?.on('data', (chunk: Buffer) => (tail = (tail + chunk.toString()).slice(-2000)));
  return () => tail;
}

function started(child: ChildProcess, tail: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      endWatch();
      child.kill();
      reject(new Error(`Zapier's container did not start: ${reason}\n${tail()}`));
    };
    const endWatch = watchStart(child, (seconds) => {
      fail(`it has done nothing for ${seconds} s and is not ready yet`);
    });
    const onExit = (code: number | null) => {
      fail(`it ended with code ${code ?? 'none'}`);
    };
    child.once('exit', onExit);
    child.once('message', (message) => {
      endWatch();
      child.off('exit', onExit);
      // Its first message is always this one.
      const first = message as ContainerMessage;
      resolve(first.type === 'ready' ? first.startMs : Number.NaN);
    });
  });
}
