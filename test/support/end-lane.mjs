// After a lane whose suites share servers: ends those of this process. It loads none of their code, since
// the suites have most often run in workers.
import { endLane } from './light-lane/lane-end.ts';

export default async function teardown() {
  await endLane();
}
