import type { RawRecord } from '../../resources/values.ts';
import { toRecord, toText } from '../../resources/values.ts';
import { PackagedApp, type PackagedAppOptions } from './packaged-app.ts';
import { SandboxClient } from './sandbox-client.ts';
import { startSandbox } from './servers.ts';
import { signIn } from './sign-in.ts';

/** The packaged connector, signed in to a sub-account of its own local HighLevel. */
export class ConnectedApp {
  readonly app: PackagedApp;
  readonly sandbox: SandboxClient;
  /** What Zapier keeps of the connection. */
  authData: Record<string, string>;
  readonly #close: () => Promise<void>;

  private constructor(
    app: PackagedApp,
    sandbox: SandboxClient,
    authData: Record<string, string>,
    close: () => Promise<void>,
  ) {
    this.app = app;
    this.sandbox = sandbox;
    this.authData = authData;
    this.#close = close;
  }

  /**
   * Starts both, and signs in to the first sub-account.
   *
   * @param options Zapier's own services, where a test sets their clock
   */
  static async open(options: Pick<PackagedAppOptions, 'rpc'> = {}): Promise<ConnectedApp> {
    const server = await startSandbox();
    const sandbox = new SandboxClient(server.url);
    const info = await sandbox.info();
    const app = await PackagedApp.open({
      ...options,
      env: {
        HIGHLEVEL_API_URL: server.url,
        HIGHLEVEL_AUTHORIZE_URL: toText(info['authorizeUrl']) ?? '',
        CLIENT_ID: toText(info['clientId']) ?? '',
        CLIENT_SECRET: toText(info['clientSecret']) ?? '',
      },
    });
    const [location] = await sandbox.list('/state/locations');
    const { authData } = await signIn(app, {
      form: { decision: 'allow', location_id: toText(location?.['id']) ?? '' },
    });
    const close = async () => {
      await app.close();
      await server.close();
    };
    return new ConnectedApp(app, sandbox, authData, close);
  }

  create(key: string, inputData: RawRecord): Promise<RawRecord> {
    return this.app.one({
      method: `creates.${key}.operation.perform`,
      bundle: { authData: this.authData, inputData },
    });
  }

  /** The first page of a search. */
  async search(key: string, inputData: RawRecord): Promise<RawRecord[]> {
    const found = await this.app.execute({
      method: `searches.${key}.operation.perform`,
      bundle: { authData: this.authData, inputData },
    });
    const results: unknown = Array.isArray(found) ? found : toRecord(found)['results'];
    return Array.isArray(results) ? results.map(toRecord) : [];
  }

  poll(key: string, inputData: RawRecord = {}): Promise<RawRecord[]> {
    return this.app.list({
      method: `triggers.${key}.operation.perform`,
      bundle: { authData: this.authData, inputData },
    });
  }

  /** The names in a dropdown, by what is stored. */
  async dropdown(operation: string, field: string, inputData: RawRecord = {}) {
    const { results } = await this.app.choices(operation, field, {
      authData: this.authData,
      inputData,
    });
    return Object.fromEntries(results.map(({ id, label }) => [id, label]));
  }

  /** Trades the refresh token for new tokens, as Zapier does after a RefreshAuthError. */
  async refresh(): Promise<void> {
    const fresh = await this.app.one({
      method: 'authentication.oauth2Config.refreshAccessToken',
      bundle: { authData: this.authData },
    });
    const changed = Object.entries(fresh).map(([key, value]): [string, string] => [
      key,
      toText(value) ?? '',
    ]);
    this.authData = { ...this.authData, ...Object.fromEntries(changed) };
  }

  /** What the local HighLevel was asked while something ran, such as `GET /users/`, in order. */
  async requestsOf<Result>(act: () => Promise<Result>): Promise<[Result, string[]]> {
    await this.sandbox.delete('/requests');
    const result = await act();
    const requests = await this.sandbox.list('/requests');
    return [result, requests.map(({ method, path }) => `${String(method)} ${String(path)}`)];
  }

  /** One record as the local HighLevel keeps it. @throws Error when there is not exactly one */
  async stored(collection: string, filter: Record<string, string>): Promise<RawRecord> {
    const query = new URLSearchParams(filter).toString();
    const records = await this.sandbox.list(`/state/${collection}?${query}`);
    const [record] = records;
    if (!record || records.length > 1) {
      throw new Error(`${String(records.length)} of ${collection} have ${query}.`);
    }
    return record;
  }

  close(): Promise<void> {
    return this.#close();
  }
}
