import { OperationError, PackagedApp, staticChoices } from '../../local/index.ts';
import { isRecord, toList, toText, type RawRecord } from '../../resources/values.ts';
import {
  hasDynamicDropdown,
  readFields,
  readIntegration,
  type Field,
  type Operation,
} from '../check/integration.ts';
import { ReadOnlyGateway, type EndpointAnswers } from './gateway.ts';
import { KnownValues } from './known.ts';

/** A sub-account that is read by the token of a private integration. */
export interface LiveAccount {
  /** HighLevel's address. */
  url: string;
  token: string;
  locationId: string;
}

/** What reading everything of an account came to. There are no values of it in here. */
export interface Reading {
  answers: ReadonlyMap<string, EndpointAnswers>;
  /** What ran, such as `searches.find_contact`, and how it ended. */
  outcomes: Map<string, string>;
  /** Requests that would have changed something, and were not made. */
  refused: readonly string[];
}

/** How many inputs are tried for a search until one finds something. */
const MOST_TRIES = 8;

/** The version that connects by a private token, as its sources are. */
export function openTokenVersion(): Promise<PackagedApp> {
  return PackagedApp.open({
    fromSource: true,
    requestLog: false,
    buildSettings: { AUTH: 'token' },
  });
}

/**
 * Runs everything that reads: polling triggers, searches, and the dropdowns of every form. Nothing else
 * reaches HighLevel.
 *
 * @param app the version that connects by a private token
 */
export async function readEverything(
  app: PackagedApp,
  { url, token, locationId }: LiveAccount,
): Promise<Reading> {
  const gateway = await ReadOnlyGateway.start(url);
  try {
    app.rpc.reset();
    app.env = { HIGHLEVEL_API_URL: gateway.url };
    const reader = new Reader(app, { access_token: token, locationId });
    await reader.readAll();
    return { answers: gateway.answers, outcomes: reader.outcomes, refused: gateway.refused };
  } finally {
    await gateway.close();
  }
}

class Reader {
  readonly outcomes = new Map<string, string>();
  readonly #app: PackagedApp;
  readonly #authData: Record<string, string>;
  readonly #known = new KnownValues();
  readonly #forms = new Map<string, Promise<Field[]>>();

  constructor(app: PackagedApp, authData: Record<string, string>) {
    this.#app = app;
    this.#authData = authData;
  }

  async readAll(): Promise<void> {
    const { operations } = readIntegration(await this.#app.definition());
    const ofKind = (kind: string) => operations.filter((operation) => operation.kind === kind);
    for (const trigger of ofKind('triggers')) await this.#run(trigger);
    for (const operation of operations) await this.#openLists(operation);
    // What one search finds is what another one looks for.
    for (const search of ofKind('searches')) await this.#run(search);
  }

  async #run(operation: Operation): Promise<void> {
    await this.#noting(operation.path, async () => {
      let tries = 0;
      for await (const inputData of this.#inputsFor(operation)) {
        const found = await this.#perform(operation, inputData);
        this.#known.add(operation.noun, found);
        if (found.length > 0) return 'found something';
        tries += 1;
        if (tries === MOST_TRIES) break;
      }
      return 'found nothing';
    });
  }

  async #perform({ path, kind }: Operation, inputData: RawRecord): Promise<RawRecord[]> {
    const answer = await this.#app.execute({
      method: `${path}.operation.perform`,
      bundle: { authData: this.#authData, inputData },
      storeKey: path,
    });
    const isPage = kind === 'searches' && isRecord(answer) && 'results' in answer;
    return toList(isPage ? answer['results'] : answer).filter(isRecord);
  }

  async #openLists(operation: Operation): Promise<void> {
    const fields = await this.#form(operation);
    const lists = fields.filter(hasDynamicDropdown);
    if (lists.length === 0) return;
    const required = await this.#required(operation);
    for (const field of lists) {
      await this.#noting(`${operation.path}: the list of "${field.label}"`, async () => {
        const choices = await this.#choices(operation, field, required);
        return choices.length > 0 ? 'found something' : 'found nothing';
      });
    }
  }

  /** What the form requires; then the same with one field more. */
  async *#inputsFor(operation: Operation): AsyncGenerator<RawRecord> {
    const required = await this.#required(operation);
    yield required;
    if (operation.kind !== 'searches') return;
    for (const field of await this.#form(operation)) {
      if (field.key in required) continue;
      const value = await this.#valueOf(operation, field, required);
      if (value !== undefined) yield { ...required, [field.key]: value };
    }
  }

  async #required(operation: Operation): Promise<RawRecord> {
    const inputData: RawRecord = {};
    for (const field of (await this.#form(operation)).filter(({ required }) => required)) {
      const value = await this.#valueOf(operation, field, inputData);
      if (value !== undefined) inputData[field.key] = value;
    }
    return inputData;
  }

  #form({ path }: Operation): Promise<Field[]> {
    const form = this.#forms.get(path) ?? this.#readForm(path);
    this.#forms.set(path, form);
    return form;
  }

  async #readForm(path: string): Promise<Field[]> {
    const fields = await this.#app.inputFields(path, { authData: this.#authData });
    return readFields(fields).filter(({ type }) => type !== 'copy');
  }

  async #choices(operation: Operation, field: Field, inputData: RawRecord): Promise<string[]> {
    if (!hasDynamicDropdown(field)) return staticChoices(field.raw).map(({ id }) => id);
    const { results } = await this.#app.choices(operation.path, field.key, {
      authData: this.#authData,
      inputData,
      field: field.raw,
    });
    return results.map(({ id }) => id);
  }

  async #valueOf(operation: Operation, field: Field, inputData: RawRecord): Promise<unknown> {
    const known = this.#known.for(field.key);
    const [choice] =
      known === undefined ? await this.#choices(operation, field, inputData).catch(() => []) : [];
    const value = known ?? choice ?? field.raw['default'];
    return field.isList && value !== undefined ? [value] : value;
  }

  /** An error's code says what kind of failure it was; its sentence may quote what is in the account. */
  async #noting(what: string, act: () => Promise<string>): Promise<void> {
    try {
      this.outcomes.set(what, await act());
    } catch (error) {
      if (!(error instanceof OperationError)) throw error;
      this.outcomes.set(what, `failed: ${toText(error.code) ?? error.name}`);
    }
  }
}
