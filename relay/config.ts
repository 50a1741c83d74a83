import type { KeyObject } from 'node:crypto';
import { isIP } from 'node:net';

import { z } from 'zod';

import type { BacklogLimits } from './backlog.ts';
import { Keyring, parseEncryptionKey } from './encryption.ts';
import { messageOf } from './problem.ts';
import { MOST_ZAPIER_TAKES } from './reduced-event.ts';
import { HIGHLEVEL_PUBLIC_KEY, parsePublicKey } from './signature.ts';
import { parsePostgresServers } from './store/postgres-servers.ts';
import { parseAllowedTargets, type AllowedTargets } from './targets.ts';

/** How deliveries are tried and given up. All times in milliseconds. */
export interface DeliveryTimes {
  /** How long one attempt may take. */
  attemptLimit: number;
  /** The wait after the first failure; it doubles with each. */
  firstRetry: number;
  /** The longest wait between two attempts. */
  longestRetry: number;
  /** How long after the event it becomes a dead letter. */
  giveUpAfter: number;
}

/** Everything that the relay reads from its environment. */
export interface Config {
  host: string;
  port: number;
  logLevel: string;
  databaseUrl: string | undefined;
  dataDirectory: string;
  highLevelUrl: string;
  webhookKeys: KeyObject[];
  targets: AllowedTargets;
  /** An event of more bytes is delivered without its long values. */
  targetTakes: number;
  adminToken: string | undefined;
  keyring: Keyring;
  /** What may wait, above which sub-accounts get no more than their fair share of it. */
  backlog: BacklogLimits;
  /** How long a proof counts that a subscriber may have its events, in milliseconds. */
  proofLastsMs: number;
  /** The marketplace app whose events count; undefined: those of all. */
  appId: string | undefined;
  /** The proxies that are believed who calls: addresses, networks, or names of groups of them. */
  trustedProxies: string[];
  delivery: DeliveryTimes;
}

/** The configuration is wrong: `problems` names everything, a sentence each. */
export class ConfigurationError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigurationError';
    this.problems = problems;
  }
}

/** A variable whose value `read` turns into what the relay uses; its error becomes the problem. */
function parsed<T>(fallback: string, read: (text: string) => T) {
  return z
    .string()
    .default(fallback)
    .transform((text, context): T => {
      try {
        return read(text);
      } catch (error) {
        context.addIssue({ code: 'custom', message: messageOf(error) });
        return z.NEVER;
      }
    });
}

function wholeNumber(fallback: number, least: number, most: number) {
  return parsed(String(fallback), (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text.trim()) || value < least || value > most) {
      throw new Error(`must be a whole number from ${least} to ${most}`);
    }
    return value;
  });
}

function seconds(fallback: number, most: number) {
  return parsed(String(fallback), (text) => {
    const value = Number(text);
    if (!/^\d+(\.\d+)?$/.test(text.trim()) || value < 0.01 || value > most) {
      throw new Error(`must be a number of seconds from 0.01 to ${most}`);
    }
    return value * 1000;
  });
}

function httpUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error('must be an http or https URL');
  if (url.username || url.password || url.search || url.hash) {
    throw new Error('must not contain a user name, a query or a fragment');
  }
  return url.href.replace(/\/+$/, '');
}

const LOOPBACK = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/]|$)/i;

function postgresUrl(text: string): string | undefined {
  if (text === '') return undefined;
  parsePostgresServers(text);
  return text;
}

const APP_ID_MISSING =
  'HIGHLEVEL_APP_ID is missing. It is the part of the client id before the dash. HighLevel signs the events of all apps with one key, so the relay must be told which ones are yours.';

/** A relay with a database server that asks HighLevel itself is not one for development. */
function lacksAppId(given: Readonly<Record<string, string | undefined>>): boolean {
  const isProduction =
    /^postgres(ql)?:/.test(given['DATABASE_URL'] ?? '') &&
    !LOOPBACK.test(given['HIGHLEVEL_API_URL'] ?? '');
  return isProduction && given['HIGHLEVEL_APP_ID'] === undefined;
}

/** The id of a marketplace app, also as it stands at the beginning of a client id. */
function appId(text: string): string | undefined {
  if (text === '') return undefined;
  const [id = ''] = text.trim().split('-');
  if (!/^[A-Za-z0-9]{8,64}$/.test(id)) {
    throw new Error("must be the id of your marketplace app: the client id's part before the dash");
  }
  return id;
}

const PROXY_GROUPS = ['loopback', 'linklocal', 'uniquelocal'];

function proxies(text: string): string[] {
  const entries = text.split(',').map((entry) => entry.trim());
  if (entries.length === 1 && entries[0] === 'none') return [];
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/');
    const bits = isIP(address) === 4 ? 32 : 128;
    const isNetwork = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
    if (PROXY_GROUPS.includes(entry) || (isIP(address) !== 0 && isNetwork)) continue;
    throw new Error(
      `contains "${entry}", which is not an address, a network such as 10.0.0.0/8, or one of ${PROXY_GROUPS.join(', ')}. "none" must stand alone`,
    );
  }
  return entries;
}

/** One or two values, separated by a comma. */
function oneOrTwo<T>(text: string, read: (part: string) => T): T[] {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  if (parts.length > 2) throw new Error('contains more than two keys');
  return parts.map((part) => read(part));
}

const BYTES_IN_MEGABYTE = 1_000_000;

const environment = z.object({
  HOST: parsed('127.0.0.1', (text) => text),
  PORT: wholeNumber(4020, 0, 65535),
  RELAY_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal or silent',
    })
    .default('info'),
  DATABASE_URL: parsed('', postgresUrl),
  RELAY_DATA_DIR: parsed('./.relay', (text) => text),
  HIGHLEVEL_API_URL: parsed('https://services.leadconnectorhq.com', httpUrl),
  HIGHLEVEL_WEBHOOK_PUBLIC_KEY: parsed(HIGHLEVEL_PUBLIC_KEY, (text) => {
    const keys = oneOrTwo(text, parsePublicKey);
    return keys.length > 0 ? keys : [parsePublicKey(HIGHLEVEL_PUBLIC_KEY)];
  }),
  RELAY_TARGET_HOSTS: parsed('hooks.zapier.com,zapier.com', parseAllowedTargets),
  RELAY_TARGET_MEGABYTES: wholeNumber(MOST_ZAPIER_TAKES / BYTES_IN_MEGABYTE, 1, 32),
  RELAY_ADMIN_TOKEN: parsed('', (text) => {
    if (text !== '' && !/^[\x21-\x7e]{16,}$/.test(text)) {
      throw new Error('must be at least 16 printable characters without spaces');
    }
    return text === '' ? undefined : text;
  }),
  RELAY_ENCRYPTION_KEY: parsed('', (text) => new Keyring(oneOrTwo(text, parseEncryptionKey))),
  RELAY_BACKLOG_LIMIT: wholeNumber(1_000_000, 1, 1_000_000_000),
  RELAY_BACKLOG_MEGABYTES: wholeNumber(4096, 1, 100_000_000),
  RELAY_PROOF_LASTS_SECONDS: seconds(86_400, 7 * 86_400),
  RELAY_TRUSTED_PROXIES: parsed('loopback,linklocal,uniquelocal', proxies),
  HIGHLEVEL_APP_ID: parsed('', appId),
  RELAY_DELIVERY_TIMEOUT_SECONDS: seconds(30, 300),
  RELAY_RETRY_FIRST_SECONDS: seconds(2, 3600),
  RELAY_RETRY_LONGEST_SECONDS: seconds(3600, 86_400),
  RELAY_GIVE_UP_AFTER_SECONDS: seconds(86_400, 7 * 86_400),
});

/** The names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(environment.shape);

/**
 * Reads the relay's configuration.
 *
 * @param env environment variables; an empty one counts as missing.
 * @throws ConfigurationError that names every variable that is wrong, not the first one only.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = environment.safeParse(given);
  const problems = [
    ...(result.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}.`),
    ...(lacksAppId(given) ? [APP_ID_MISSING] : []),
  ];
  if (!result.success || problems.length > 0) throw new ConfigurationError(problems);
  const values = result.data;
  return {
    host: values.HOST,
    port: values.PORT,
    logLevel: values.RELAY_LOG_LEVEL,
    databaseUrl: values.DATABASE_URL,
    dataDirectory: values.RELAY_DATA_DIR,
    highLevelUrl: values.HIGHLEVEL_API_URL,
    webhookKeys: values.HIGHLEVEL_WEBHOOK_PUBLIC_KEY,
    targets: values.RELAY_TARGET_HOSTS,
    targetTakes: values.RELAY_TARGET_MEGABYTES * BYTES_IN_MEGABYTE,
    adminToken: values.RELAY_ADMIN_TOKEN,
    keyring: values.RELAY_ENCRYPTION_KEY,
    backlog: {
      deliveries: values.RELAY_BACKLOG_LIMIT,
      bytes: values.RELAY_BACKLOG_MEGABYTES * BYTES_IN_MEGABYTE,
    },
    proofLastsMs: values.RELAY_PROOF_LASTS_SECONDS,
    appId: values.HIGHLEVEL_APP_ID,
    trustedProxies: values.RELAY_TRUSTED_PROXIES,
    delivery: {
      attemptLimit: values.RELAY_DELIVERY_TIMEOUT_SECONDS,
      firstRetry: values.RELAY_RETRY_FIRST_SECONDS,
      longestRetry: values.RELAY_RETRY_LONGEST_SECONDS,
      giveUpAfter: values.RELAY_GIVE_UP_AFTER_SECONDS,
    },
  };
}
