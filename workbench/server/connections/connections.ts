import { PackagedApp, signIn, type LocalZapier } from '../../../local/index.ts';
import type { ConnectionView } from '../../api/catalog.ts';
import { OpenForms } from '../forms/form.ts';
import { Problem } from '../http/problem.ts';

/** An account that operations run under. */
export interface Connected {
  /** Runs steps and Zaps. */
  runs: LocalZapier;
  /** Fills forms in a container of its own, so that no form waits for a step that runs. */
  forms: LocalZapier;
  /** The forms that the page shows. */
  openForms: OpenForms;
}

const AGENCY = 'agency';

/** Signs in to whichever account a person chooses, once. */
export class Connections {
  readonly list: readonly ConnectionView[];
  readonly #runs: LocalZapier;
  readonly #formApp: PackagedApp;
  readonly #known = new Map<string, Promise<Connected>>();

  private constructor(runs: LocalZapier, formApp: PackagedApp, list: ConnectionView[]) {
    this.#runs = runs;
    this.#formApp = formApp;
    this.list = list;
  }

  static async open(runs: LocalZapier): Promise<Connections> {
    const { sandbox, relay, app } = runs;
    const [{ subAccounts }, formApp] = await Promise.all([
      sandbox.info(),
      sandbox
        .connectorSettings(relay?.url)
        .then((env) => PackagedApp.open({ env, rpc: app.rpc, requestLog: false })),
    ]);
    return new Connections(runs, formApp, [
      ...subAccounts.map(({ id, name }) => ({ id, label: name, isAgency: false })),
      { id: AGENCY, label: 'Agency (all sub-accounts)', isAgency: true },
    ]);
  }

  /** @throws Problem when there is no such account */
  find(id: string): ConnectionView {
    const found = this.list.find((one) => one.id === id);
    if (found) return found;
    throw new Problem(404, 'connection', 'There is no such account. Choose one at the top.');
  }

  /** The ID of the sub-account that has some of everything. */
  firstSubAccount(): string {
    const first = this.list.find(({ isAgency }) => !isAgency);
    if (!first) throw new Error('The local HighLevel has no sub-account.');
    return first.id;
  }

  /** Signs in once. @throws Problem when there is no such account */
  to(id: string): Promise<Connected> {
    this.find(id);
    const known = this.#known.get(id);
    if (known) return known;
    const connected = this.#connect(id);
    this.#known.set(id, connected);
    // A failed sign-in is not kept: the next call tries again.
    connected.catch(() => this.#known.delete(id));
    return connected;
  }

  close(): Promise<void> {
    return this.#formApp.close();
  }

  async #connect(id: string): Promise<Connected> {
    const { authData } = await signIn(this.#runs.app, { decision: 'allow', location_id: id });
    // One object for both: a refresh reaches both.
    const runs = this.#runs.beside({ authData });
    return { runs, forms: runs.beside({ app: this.#formApp }), openForms: new OpenForms() };
  }
}
