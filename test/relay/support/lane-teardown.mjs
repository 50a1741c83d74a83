import { endLane } from '../../support/light-lane/lane-end.ts';
import { server } from './lane-setup.mjs';

export default async function stop() {
  // Of the suites that ran in this process; workers take theirs with them.
  await endLane();
  await server?.stop();
}
