import { ConfigurationError, readConfig, type Config } from './config.ts';
import { createLog } from './log.ts';
import { messageOf } from './problem.ts';
import { startRelay, type Relay } from './relay.ts';

/** Bad configuration, as of a command that was called in the wrong way. */
const EXIT_CONFIGURATION = 2;
const EXIT_FAILURE = 1;
/** A stop that hangs is ended: what was accepted is stored and goes out after the next start. */
const STOP_LIMIT_MS = 25_000;

/** Names everything that is wrong, a line each, and ends. */
function refuse(error: ConfigurationError): never {
  for (const problem of error.problems) process.stderr.write(`relay: ${problem}\n`);
  process.exit(EXIT_CONFIGURATION);
}

function configuration(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigurationError) refuse(error);
    throw error;
  }
}

const config = configuration();
const log = createLog(config.logLevel);

function fail(error: unknown): never {
  if (error instanceof ConfigurationError) refuse(error);
  log.fatal({ reason: messageOf(error) }, 'relay failed');
  process.exit(EXIT_FAILURE);
}

let relay: Relay | undefined;
let stopping = false;

function stop(signal: NodeJS.Signals): void {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'relay stopping');
  if (!relay) process.exit(0);
  setTimeout(() => fail(new Error('The stop took too long.')), STOP_LIMIT_MS).unref();
  relay.stop().then(() => {
    log.info('relay stopped');
    process.exit(0);
  }, fail);
}

// Nothing should get here; what does is told as other failures are, and not with what it carries.
process.on('uncaughtException', fail);
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

try {
  relay = await startRelay(config, log, fail);
  log.info({ address: relay.address }, 'relay listening');
} catch (error) {
  fail(error);
}
