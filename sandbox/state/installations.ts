import { APP } from './app-registration.ts';

/** Where the app is installed, since when and in which version. */
export interface Installation {
  locationId: string;
  versionId: string;
  installedAt: number;
}

/** The installs of the app: in sub-accounts, and in the agency for those that it adds later. */
export class Installations {
  /** Whether a new sub-account of the agency gets the app automatically. */
  toFutureLocations = false;
  readonly #byLocation = new Map<string, Installation>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Installs the app, or changes its version; whether it was not installed before. */
  add(locationId: string, versionId: string = APP.versionId): boolean {
    const before = this.#byLocation.get(locationId);
    if (before) before.versionId = versionId;
    else this.#byLocation.set(locationId, { locationId, versionId, installedAt: this.#now() });
    return before === undefined;
  }

  of(locationId: string): Installation | undefined {
    return this.#byLocation.get(locationId);
  }

  /** Uninstalls the app from one sub-account; false when it was not there. */
  remove(locationId: string): boolean {
    return this.#byLocation.delete(locationId);
  }

  /** Uninstalls the app from the agency: from every sub-account, those to come too. */
  clear(): void {
    this.#byLocation.clear();
    this.toFutureLocations = false;
  }
}
