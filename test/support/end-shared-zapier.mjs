// After the end-to-end lane, whose suites ran in this process or in workers, which end their own.
import { endSharedZapier } from './shared_zapier.ts';

export default async function teardown() {
  await endSharedZapier();
}
