import { Agent } from 'undici';

import { hashedId } from '../identifiers.ts';
import { Problem } from '../problem.ts';
import { nameOfOwner } from '../owner.ts';
import { askForAgency } from './agency.ts';
import { MOST_AT_ONCE, Callers, type Caller } from './callers.ts';
import { askHighLevel, type HighLevel } from './highlevel.ts';
import { Places } from './places.ts';
import { LOCATION, readsFor, type Read } from './reads.ts';
import { Remembered } from './remembered.ts';

const CONNECT_LIMIT_MS = 5000;
/** How long an answer or a refusal is reused: HighLevel's limit is shared with other callers. */
const LONGEST_HOLD_MS = 60_000;
/** It is never reused for longer than this part of a proof's lifetime. */
const HOLD_SHARE = 8;
const MOST_REMEMBERED = 10_000;
/** With all their sub-accounts. */
const MOST_AGENCIES_REMEMBERED = 50;

/** Who says that they may have which events. */
export interface Claim {
  /** A HighLevel access token. */
  token: string;
  locationId: string;
  /** An event that can be subscribed to. */
  event: string;
  caller: Caller;
}

/** Who says that they may have the events of all sub-accounts of an agency. */
export interface AgencyClaim extends Omit<Claim, 'locationId'> {
  companyId: string;
}

/** What an agency's token proved. */
export interface AgencyProof {
  /** When HighLevel was asked, in milliseconds since 1970. */
  at: number;
  /** The sub-accounts that have the app. */
  locations: readonly string[];
}

/** What a token proved. */
export interface Proof {
  /** When HighLevel was asked, in milliseconds since 1970. */
  at: number;
  /** The agency that the location belongs to, where HighLevel says so. */
  companyId: string | undefined;
}

/**
 * Asks HighLevel whether a token may read a location and what the event contains, which proves that its
 * bearer may receive that location's events. Tokens are not stored: what was proved is remembered
 * for a minute, by a hash.
 */
export class AccessProof {
  readonly #highLevel: HighLevel;
  readonly #callers = new Callers();
  readonly #places = new Places();
  readonly #appId: string | undefined;
  readonly #granted: Remembered<Proof>;
  readonly #grantedToAgencies: Remembered<AgencyProof>;
  /** Apart from what was granted: made-up tokens push out made-up tokens. */
  readonly #refused: Remembered<Problem>;
  readonly #asking = new Map<string, Promise<Proof>>();
  readonly #askingForAgencies = new Map<string, Promise<AgencyProof>>();

  /**
   * @param url HighLevel's API, without a slash at the end.
   * @param lastsMs how long a proof counts, in milliseconds.
   * @param appId the marketplace app that agencies are asked about; undefined: none is.
   */
  constructor(url: string, lastsMs: number, appId: string | undefined) {
    const holdsMs = Math.min(LONGEST_HOLD_MS, lastsMs / HOLD_SHARE);
    const agent = new Agent({ connections: MOST_AT_ONCE, connect: { timeout: CONNECT_LIMIT_MS } });
    this.#highLevel = { url, agent };
    this.#appId = appId;
    this.#granted = new Remembered(MOST_REMEMBERED, holdsMs);
    this.#grantedToAgencies = new Remembered(MOST_AGENCIES_REMEMBERED, holdsMs);
    this.#refused = new Remembered(MOST_REMEMBERED, holdsMs);
  }

  /**
   * @throws Problem 401 for a token that HighLevel does not accept; 403 for one of another location,
   *   or without the scope that the event needs; 429 and 503 when HighLevel cannot be asked now.
   */
  async prove(claim: Claim): Promise<Proof> {
    const reads = [LOCATION, ...readsFor(claim.event)];
    const keys = reads.map((read) => keyOf([read], claim));
    for (const key of keys) {
      const refused = this.#refused.get(key);
      if (refused) throw refused;
    }
    const granted = keys.flatMap((key) => this.#granted.get(key) ?? []);
    if (granted.length === reads.length) return together(granted);
    const question = keys.join(' ');
    const asking = this.#asking.get(question);
    if (asking) return asking;
    const groups = this.#callers.groupsOf(claim.caller, claim.locationId);
    const proof = this.#places
      .hold(groups, async (signal) => {
        const proofs: Proof[] = [];
        // The location first: a made-up token costs one call.
        for (const read of reads) proofs.push(await this.#ask(read, claim, signal));
        return together(proofs);
      })
      .finally(() => this.#asking.delete(question));
    this.#asking.set(question, proof);
    return proof;
  }

  /**
   * The same for an agency and all its sub-accounts that have the app.
   *
   * @throws Problem as `prove` does; 403 when the app is installed nowhere, 422 where no app is known.
   */
  async proveAgency(claim: AgencyClaim): Promise<AgencyProof> {
    const appId = this.#appId;
    if (appId === undefined) throw noApp();
    const { token, companyId, event, caller } = claim;
    const reads = readsFor(event);
    const owner = nameOfOwner({ companyId });
    const key = keyOf(reads, { token, locationId: owner });
    const refused = this.#refused.get(key);
    if (refused) throw refused;
    const known = this.#grantedToAgencies.get(key) ?? this.#askingForAgencies.get(key);
    if (known) return known;
    const proof = this.#places
      .hold(this.#callers.groupsOf(caller, owner), async (signal) => {
        const at = Date.now();
        const ask = askForAgency(this.#highLevel, { appId, reads }, { token, companyId }, signal);
        const locations = await this.#noting(key, caller, ask);
        const granted = { at, locations };
        this.#grantedToAgencies.set(key, granted);
        return granted;
      })
      .finally(() => this.#askingForAgencies.delete(key));
    this.#askingForAgencies.set(key, proof);
    return proof;
  }

  /** Closes the connections. */
  async close(): Promise<void> {
    await this.#highLevel.agent.destroy();
  }

  async #ask(read: Read, claim: Claim, signal: AbortSignal): Promise<Proof> {
    const key = keyOf([read], claim);
    const granted = this.#granted.get(key);
    if (granted) return granted;
    const at = Date.now();
    const ask = askHighLevel(this.#highLevel, read, claim, signal);
    const { companyId } = await this.#noting(key, claim.caller, ask);
    const proof = { at, companyId };
    this.#granted.set(key, proof);
    return proof;
  }

  /** Remembers a refusal. */
  async #noting<T>(key: string, caller: Caller, asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      // What HighLevel decided is remembered, not that it could not be asked.
      if (error instanceof Problem && error.status < 429) {
        this.#refused.set(key, error);
        this.#callers.refused(caller);
      }
      throw error;
    }
  }
}

function keyOf(
  reads: readonly Read[],
  { token, locationId }: Pick<Claim, 'token' | 'locationId'>,
): string {
  return hashedId([...reads.map(({ scope }) => scope), locationId, token].join(' '));
}

/** Proofs as one: as old as the oldest. */
function together(proofs: readonly Proof[]): Proof {
  return {
    at: Math.min(...proofs.map(({ at }) => at)),
    companyId: proofs.find(({ companyId }) => companyId !== undefined)?.companyId,
  };
}

function noApp(): Problem {
  return new Problem(
    422,
    'agencies_not_offered',
    'This relay cannot tell which sub-accounts have the app. Its operator sets HIGHLEVEL_APP_ID.',
  );
}
