import { server } from './lane-setup.mjs';

export default async function stop() {
  await server?.stop();
}
