import { isRecord, toList, toRecord, toText, type RawRecord } from '../resources/values.ts';
import type { ChoicePage } from './choices.ts';
import { HookCatcher } from './hook-catcher.ts';
import { hydrate, type PointerAnswers } from './hydrate.ts';
import { InstantZap } from './instant-zap.ts';
import {
  PackagedApp,
  type AskedPage,
  type BundleInput,
  type PackagedAppOptions,
} from './packaged-app.ts';
import { PollingZap } from './polling-zap.ts';
import { SandboxClient, type Limits } from './sandbox-client.ts';
import { startRelay, startSandbox, type RelayParts, type RunningServer } from './servers.ts';
import { signIn } from './sign-in.ts';
import { WaitingStep } from './waiting-step.ts';

export interface LocalZapierOptions extends Pick<
  PackagedAppOptions,
  'rpc' | 'zip' | 'fromSource' | 'buildSettings' | 'requestLog'
> {
  /** Whether the webhook relay runs too, which instant triggers need; or what starts one. */
  relay?: boolean | ((parts: RelayParts) => Promise<RunningServer>);
  /** More settings of the relay. */
  relaySettings?: Record<string, string>;
  /** The name of the sub-account to sign in to; the first one, which has some of everything, unless told. */
  subAccount?: string;
}

/** The running parts, and how to end them. */
interface Parts {
  app: PackagedApp;
  highLevel: RunningServer;
  sandbox: SandboxClient;
  hooks: HookCatcher;
  relay: RunningServer | undefined;
  authData: Record<string, string>;
  close: () => Promise<void>;
}

/**
 * Zapier on this machine: the packaged integration in Zapier's own handler, signed in to a sub-account
 * of its own local HighLevel, with the webhook relay between the two where asked for.
 */
export class LocalZapier {
  readonly app: PackagedApp;
  /** The process of the local HighLevel. */
  readonly highLevel: RunningServer;
  /** What tells the local HighLevel what to do. */
  readonly sandbox: SandboxClient;
  /** Where the relay delivers, in the place of hooks.zapier.com. */
  readonly hooks: HookCatcher;
  readonly relay: RunningServer | undefined;
  /** What Zapier keeps of the connection. */
  authData: Record<string, string>;
  readonly #close: () => Promise<void>;

  private constructor({ app, highLevel, sandbox, hooks, relay, authData, close }: Parts) {
    this.app = app;
    this.highLevel = highLevel;
    this.sandbox = sandbox;
    this.hooks = hooks;
    this.relay = relay;
    this.authData = authData;
    this.#close = close;
  }

  /**
   * Starts everything on free ports of the loopback, and signs in.
   *
   * @throws Error when a part does not start; those that did are ended
   */
  static async start(options: LocalZapierOptions = {}): Promise<LocalZapier> {
    const running: { close(): Promise<void> }[] = [];
    const close = async () => {
      for (const part of running.splice(0).reverse()) await part.close();
    };
    const started = <Part extends { close(): Promise<void> }>(part: Part): Part => {
      running.push(part);
      return part;
    };
    try {
      const highLevel = started(await startSandbox());
      const sandbox = new SandboxClient(highLevel.url);
      const { relay: wanted, relaySettings: env = {}, subAccount, ...appOptions } = options;
      const locationId = await subAccountId(sandbox, subAccount);
      const hooks = started(await HookCatcher.start());
      const start = wanted === true ? startRelay : wanted;
      const relay = start ? started(await start({ sandbox, hooks, env })) : undefined;
      const app = started(
        await PackagedApp.open({
          ...appOptions,
          env: await sandbox.connectorSettings(relay?.url),
        }),
      );
      const authData = await connect(app, sandbox, locationId);
      return new LocalZapier({ app, highLevel, sandbox, hooks, relay, authData, close });
    } catch (error) {
      await close();
      throw error;
    }
  }

  /**
   * The same, with another connection, another relay or another container of the package, such as one that
   * fills forms while the first one runs a step. Whoever opened those ends them.
   */
  beside({
    authData = this.authData,
    app = this.app,
    relay = this.relay,
  }: Partial<Pick<LocalZapier, 'authData' | 'app' | 'relay'>>): LocalZapier {
    const { highLevel, sandbox, hooks } = this;
    return new LocalZapier({ app, highLevel, sandbox, hooks, relay, authData, close: this.#close });
  }

  /**
   * Runs an operation such as `searches.find_contact` once.
   *
   * @param bundle more of the step's bundle than its inputs, such as `meta`
   * @returns the record of a create, the first page of a search, the items of a trigger
   */
  async run(
    operation: string,
    inputData: RawRecord = {},
    bundle: BundleInput = {},
  ): Promise<RawRecord[]> {
    const answer = await this.app.execute({
      method: `${operation}.operation.perform`,
      bundle: { authData: this.authData, ...bundle, inputData },
    });
    const isPage = operation.startsWith('searches.') && isRecord(answer) && 'results' in answer;
    return toList(isPage ? answer['results'] : answer).filter(isRecord);
  }

  async create(key: string, inputData: RawRecord): Promise<RawRecord> {
    const [record] = await this.run(`creates.${key}`, inputData);
    if (!record) throw new Error(`creates.${key} returned no record.`);
    return record;
  }

  /** The first page of a search. */
  search(key: string, inputData: RawRecord): Promise<RawRecord[]> {
    return this.run(`searches.${key}`, inputData);
  }

  /** What a polling trigger returns, before deduplication. */
  poll(key: string, inputData: RawRecord = {}): Promise<RawRecord[]> {
    return this.run(`triggers.${key}`, inputData);
  }

  /** A Zap with a polling trigger; it is off at first. */
  pollingZap(trigger: string, inputData: RawRecord = {}): PollingZap {
    return new PollingZap({ app: this.app, authData: this.authData, trigger, inputData });
  }

  /** A Zap with an instant trigger; it is off at first. */
  instantZap(trigger: string, inputData: RawRecord = {}): InstantZap {
    const { app, authData, hooks } = this;
    return new InstantZap({ app, authData, hooks, trigger, inputData });
  }

  /** A step that pauses its Zap until it is called back, such as `send_message_and_wait`. */
  waitingStep(create: string, inputData: RawRecord): WaitingStep {
    const { app, authData, hooks } = this;
    return new WaitingStep({ app, authData, hooks, create, inputData });
  }

  /** The fields of an operation's form for what is filled in so far. */
  inputFields(operation: string, inputData: RawRecord = {}): Promise<RawRecord[]> {
    return this.app.inputFields(operation, { authData: this.authData, inputData });
  }

  /** One page of a field's dropdown for what is filled in so far. */
  choices(
    operation: string,
    fieldKey: string,
    { inputData = {}, ...page }: { inputData?: RawRecord } & AskedPage = {},
  ): Promise<ChoicePage> {
    return this.app.choices(operation, fieldKey, {
      authData: this.authData,
      inputData,
      ...page,
    });
  }

  /**
   * A copy of a value in which each pointer is replaced by what it stands for.
   *
   * @param answers what pointers were answered before; it is added to
   */
  hydrate(value: unknown, answers?: PointerAnswers): Promise<unknown> {
    const bundle = { authData: this.authData };
    return hydrate(this.app, value, { bundle, ...(answers && { answers }) });
  }

  /** Trades the refresh token for new tokens, as Zapier does after a RefreshAuthError. */
  async refresh(): Promise<void> {
    const fresh = await this.app.one({
      method: 'authentication.oauth2Config.refreshAccessToken',
      bundle: { authData: this.authData },
    });
    for (const [key, value] of Object.entries(fresh)) this.authData[key] = toText(value) ?? '';
  }

  /** HighLevel's data as at the start, and nothing that Zapier remembers. The connection stays. */
  async reset(limits?: Limits): Promise<void> {
    this.app.rpc.reset();
    await this.sandbox.reset(limits);
  }

  /** Ends everything that was started. */
  close(): Promise<void> {
    return this.#close();
  }
}

/** Signs in; a version that connects by a private token gets one of the sub-account. */
async function connect(
  app: PackagedApp,
  sandbox: SandboxClient,
  locationId: string,
): Promise<Record<string, string>> {
  const { authentication } = await app.definition();
  if (toRecord(authentication)['type'] === 'custom') {
    const { token } = await sandbox.post('/tokens', { locationId, private: true });
    return { access_token: toText(token) ?? '', locationId };
  }
  return (await signIn(app, { decision: 'allow', location_id: locationId })).authData;
}

async function subAccountId(sandbox: SandboxClient, name: string | undefined): Promise<string> {
  const { subAccounts } = await sandbox.info();
  const found = subAccounts.find((one) => name === undefined || one.name === name);
  if (found) return found.id;
  const names = subAccounts.map((one) => one.name).join(', ');
  throw new Error(`The sandbox has no sub-account ${name ?? ''}. It has: ${names}.`);
}
