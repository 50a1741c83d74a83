/**
 * Does something in the local HighLevel, one thing at a time.
 *
 * @param path below `/api/highlevel`
 * @param done what is said then
 */
export type Act = (path: string, body: unknown, done: string) => Promise<void>;
