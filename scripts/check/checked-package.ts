import { createPackage, type Archives } from '../lib/package.ts';
import { checkEnvironment, startCheckServer } from './check-server.ts';

/**
 * Makes the archives, once Zapier's schema and the integration checks find nothing.
 *
 * @throws Error with what the CLI printed when they do
 */
export async function createCheckedPackage(): Promise<Archives> {
  const server = await startCheckServer();
  try {
    return await createPackage(checkEnvironment(server));
  } finally {
    await server.close();
    if (server.findings() > 0) console.error('Run npm run check to see what the checks found.');
  }
}
