import type { RawRecord } from '../../resources/values.ts';
import { toRecord, toText } from '../../resources/values.ts';
import { PackagedApp } from './packaged-app.ts';
import { SandboxClient } from './sandbox-client.ts';
import { startSandbox } from './servers.ts';
import { signIn } from './sign-in.ts';

/** The packaged connector, signed in to a sub-account of its own local HighLevel. */
export class ConnectedApp {
  readonly app: PackagedApp;
  readonly sandbox: SandboxClient;
  readonly authData: Record<string, string>;
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

  /** Starts both, and signs in to the first sub-account. */
  static async open(): Promise<ConnectedApp> {
    const server = await startSandbox();
    const sandbox = new SandboxClient(server.url);
    const info = await sandbox.info();
    const app = await PackagedApp.open({
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
