import { NO_LIMIT, SandboxClient, startSandbox } from '../../local/index.ts';
import { toText } from '../../resources/values.ts';
import { openTokenVersion, readEverything, type LiveAccount } from './reading.ts';
import { reportOn, type LiveReport } from './report.ts';

/** Reads an account and the sandbox in the same way, and compares what they answered. */
export async function compareWithSandbox(account: LiveAccount): Promise<LiveReport> {
  const server = await startSandbox();
  try {
    const sandbox = new SandboxClient(server.url);
    const [subAccount] = (await sandbox.info()).subAccounts;
    const locationId = subAccount?.id ?? '';
    const { token } = await sandbox.post('/tokens', { locationId, private: true });
    // It has no other apps to leave calls to.
    await sandbox.post('/limits', NO_LIMIT);
    const ofSandbox = { url: sandbox.url, token: toText(token) ?? '', locationId };
    const app = await openTokenVersion();
    try {
      const expected = await readEverything(app, ofSandbox);
      return reportOn(await readEverything(app, account), expected);
    } finally {
      await app.close();
    }
  } finally {
    await server.close();
  }
}
