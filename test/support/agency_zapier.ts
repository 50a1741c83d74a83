import {
  LocalZapier,
  type Execution,
  type LocalZapierOptions,
  type PackagedApp,
} from '../../local/index.ts';
import { toText } from '../../resources/values.ts';
import { sharedZapier, type SharedZapierOptions } from './shared_zapier.ts';

/** Operations, which name their sub-account; hydrators have it from their pointers. */
const OF_AN_OPERATION = /^(triggers|searches|creates)\./;

/**
 * Zapier on this machine, connected to the agency of the local HighLevel: every operation runs with the
 * agency's connection, and with the sub-account that `authData` names among its inputs.
 */
export class AgencyZapier {
  readonly zapier: LocalZapier;
  /** What Zapier keeps of the agency's connection. */
  agency: Record<string, string> = {};
  /** What the steps name as their sub-account. */
  subAccount: string;

  readonly #execute: PackagedApp['execute'];

  private constructor(zapier: LocalZapier) {
    this.zapier = zapier;
    this.subAccount = zapier.authData['locationId'] ?? '';
    const execute = zapier.app.execute.bind(zapier.app);
    this.#execute = execute;
    zapier.app.execute = (execution) => execute(this.#ofAgency(execution));
  }

  static async start(options: LocalZapierOptions = {}): Promise<AgencyZapier> {
    const started = new AgencyZapier(await LocalZapier.start(options));
    await started.connect();
    return started;
  }

  /** The shared Zapier, until `giveBack`. */
  static async share(options: SharedZapierOptions = {}): Promise<AgencyZapier> {
    const shared = new AgencyZapier(await sharedZapier(options));
    await shared.connect();
    return shared;
  }

  /** Has the shared Zapier run operations with the connection that they name again. */
  giveBack(): void {
    this.zapier.app.execute = this.#execute;
  }

  /**
   * Connects the agency, with the app in all its sub-accounts; the latest one, which HighLevel lists
   * first, is another than the steps'.
   */
  async connect(): Promise<void> {
    const tokens = await this.zapier.sandbox.post('/tokens', { company: true });
    await this.zapier.sandbox.post('/sub-accounts', { name: 'Latest Client', installed: true });
    this.agency = {
      ...Object.fromEntries(
        ['access_token', 'refresh_token', 'companyId', 'userId', 'scope', 'userType'].map((key) => [
          key,
          toText(tokens[key]) ?? '',
        ]),
      ),
      locationId: '',
    };
  }

  #ofAgency(execution: Execution): Execution {
    const { bundle, method } = execution;
    if (bundle?.authData?.['access_token'] === undefined) return execution;
    const inputData = OF_AN_OPERATION.test(method)
      ? { ...bundle.inputData, sub_account: this.subAccount }
      : bundle.inputData;
    return {
      ...execution,
      bundle: { ...bundle, authData: this.agency, ...(inputData && { inputData }) },
    };
  }
}
