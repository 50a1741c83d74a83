import { closeLanePGlite } from './lane-pglite.ts';
import { server } from './lane-setup.mjs';

export default async function stop() {
  // Of the suites that ran in this process; workers take theirs with them.
  await closeLanePGlite();
  await server?.stop();
}
