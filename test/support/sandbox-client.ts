import { isRecord, toList, toRecord, type RawRecord } from '../../resources/values.ts';

/** The sandbox's control API, over HTTP like everything else of it. */
export class SandboxClient {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** What a client needs to connect: client id and secret, addresses, sub-accounts, webhook key. */
  info(): Promise<RawRecord> {
    return this.get('');
  }

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

  async #request(method: string, path: string, body?: RawRecord): Promise<unknown> {
    const response = await fetch(`${this.url}/__sandbox${path}`, {
      method,
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /__sandbox${path} answered ${text}`);
    const data: unknown = text === '' ? undefined : JSON.parse(text);
    return data;
  }
}
