import { isRecord, toList, toRecord, toText, type RawRecord } from '../resources/values.ts';
import { askServer } from './ask-server.ts';

/** A sub-account of the local HighLevel. */
export interface SubAccount {
  id: string;
  name: string;
  providers: Provider[];
}

/** A conversation provider: what sends and receives the messages of a channel. */
export interface Provider {
  id: string;
  /** Such as `SMS`. */
  type: string;
  /** Whether it belongs to the marketplace app that the connector signs in as. */
  own: boolean;
}

/** What a client needs to connect. */
export interface SandboxInfo {
  authorizeUrl: string;
  /** The marketplace app that the connector signs in as. */
  clientId: string;
  clientSecret: string;
  appId: string;
  /** PEM. */
  webhookPublicKey: string;
  subAccounts: SubAccount[];
}

/** How much HighLevel may be asked; its own limits unless told. */
export interface Limits {
  /** Calls in ten seconds. */
  max?: number;
  /** Calls in a day. */
  daily?: number;
}

/** For who does in minutes what Zaps do in days. */
export const NO_LIMIT = { max: 1_000_000, daily: 1_000_000 };

/** The sandbox's control API, over HTTP like everything else of it. */
export class SandboxClient {
  readonly url: string;

  /** @param url where the sandbox listens */
  constructor(url: string) {
    this.url = url;
  }

  /** @throws Error when the sandbox leaves something out */
  async info(): Promise<SandboxInfo> {
    const info = await this.get('');
    return {
      authorizeUrl: textIn(info, 'authorizeUrl'),
      clientId: textIn(info, 'clientId'),
      clientSecret: textIn(info, 'clientSecret'),
      appId: textIn(info, 'appId'),
      webhookPublicKey: textIn(info, 'webhookPublicKey'),
      subAccounts: toList(info['locations']).map(toRecord).map(readSubAccount),
    };
  }

  /**
   * The integration's variables, as `zapier-platform env:set` sets them, for this HighLevel.
   *
   * @param relayUrl the webhook relay; without it the instant triggers refuse
   */
  async connectorSettings(relayUrl?: string): Promise<Record<string, string>> {
    const { authorizeUrl, clientId, clientSecret } = await this.info();
    return {
      CLIENT_ID: clientId,
      CLIENT_SECRET: clientSecret,
      HIGHLEVEL_API_URL: this.url,
      HIGHLEVEL_AUTHORIZE_URL: authorizeUrl,
      ...(relayUrl !== undefined && { HOOK_RELAY_URL: relayUrl }),
    };
  }

  /** @param path below `/__sandbox`, as the sandbox's README lists them */
  async get(path: string): Promise<RawRecord> {
    return toRecord(await this.#request('GET', path));
  }

  /** A list of records, such as `/state/messages?contactId=...` or `/requests`. */
  async list(path: string): Promise<RawRecord[]> {
    return toList(await this.#request('GET', path)).filter(isRecord);
  }

  async post(path: string, body: RawRecord = {}): Promise<RawRecord> {
    return toRecord(await this.#request('POST', path, body));
  }

  async delete(path: string): Promise<void> {
    await this.#request('DELETE', path);
  }

  /** Data, settings, limits unless told, faults and logs as at the start. Tokens stay. */
  async reset(limits: Limits = {}): Promise<void> {
    await this.post('/reset', { limits });
  }

  /** One record as HighLevel keeps it. @throws Error when there is not exactly one */
  async record(collection: string, filter: Record<string, string>): Promise<RawRecord> {
    const query = new URLSearchParams(filter).toString();
    const records = await this.list(`/state/${collection}?${query}`);
    const [record] = records;
    if (!record || records.length > 1) {
      throw new Error(`${String(records.length)} of ${collection} have ${query}.`);
    }
    return record;
  }

  /** What HighLevel was asked while something ran, such as `GET /users/`, in order. */
  async requestsOf<Result>(act: () => Promise<Result>): Promise<[Result, string[]]> {
    await this.delete('/requests');
    const result = await act();
    const requests = await this.list('/requests');
    return [result, requests.map(({ method, path }) => `${String(method)} ${String(path)}`)];
  }

  async #request(method: string, path: string, body?: RawRecord): Promise<unknown> {
    const { status, text } = await askServer(`${this.url}/__sandbox${path}`, {
      method,
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (status >= 300) throw new Error(`${method} /__sandbox${path} answered ${text}`);
    const data: unknown = text === '' ? undefined : JSON.parse(text);
    return data;
  }
}

function readSubAccount(location: RawRecord): SubAccount {
  return {
    id: textIn(location, 'id'),
    name: textIn(location, 'name'),
    providers: toList(location['providers'])
      .map(toRecord)
      .map((provider) => ({
        id: textIn(provider, 'id'),
        type: textIn(provider, 'type'),
        own: provider['own'] === true,
      })),
  };
}

function textIn(record: RawRecord, key: string): string {
  const text = toText(record[key]);
  if (text === null) throw new Error(`The sandbox does not tell its ${key}.`);
  return text;
}
