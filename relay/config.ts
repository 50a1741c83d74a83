import type { KeyObject } from 'node:crypto';

import { z } from 'zod';

import { Keyring, parseEncryptionKey } from './encryption.ts';
import { messageOf } from './problem.ts';
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
  adminToken: string | undefined;
  keyring: Keyring;
  /** Deliveries waiting, above which new events are answered with 429. */
  backlogLimit: number;
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
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error('must be an http(s) address');
  if (url.username || url.password || url.search || url.hash) {
    throw new Error('must not carry a user name, a query or a fragment');
  }
  return url.href.replace(/\/+$/, '');
}

function postgresUrl(text: string): string | undefined {
  if (text === '') return undefined;
  parsePostgresServers(text);
  return text;
}

/** One or two values, separated by a comma. */
function oneOrTwo<T>(text: string, read: (part: string) => T): T[] {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  if (parts.length > 2) throw new Error('holds more than two keys');
  return parts.map((part) => read(part));
}

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
  RELAY_TARGET_HOSTS: parsed('hooks.zapier.com', parseAllowedTargets),
  RELAY_ADMIN_TOKEN: parsed('', (text) => {
    if (text !== '' && !/^[\x21-\x7e]{16,}$/.test(text)) {
      throw new Error('must be at least 16 printable characters without spaces');
    }
    return text === '' ? undefined : text;
  }),
  RELAY_ENCRYPTION_KEY: parsed('', (text) => new Keyring(oneOrTwo(text, parseEncryptionKey))),
  RELAY_BACKLOG_LIMIT: wholeNumber(1_000_000, 1, 1_000_000_000),
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
  if (!result.success) {
    throw new ConfigurationError(
      result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`),
    );
  }
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
    adminToken: values.RELAY_ADMIN_TOKEN,
    keyring: values.RELAY_ENCRYPTION_KEY,
    backlogLimit: values.RELAY_BACKLOG_LIMIT,
    delivery: {
      attemptLimit: values.RELAY_DELIVERY_TIMEOUT_SECONDS,
      firstRetry: values.RELAY_RETRY_FIRST_SECONDS,
      longestRetry: values.RELAY_RETRY_LONGEST_SECONDS,
      giveUpAfter: values.RELAY_GIVE_UP_AFTER_SECONDS,
    },
  };
}
