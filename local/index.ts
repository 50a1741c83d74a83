/**
 * Zapier on this machine: what runs the packaged integration as Zapier does, against the local
 * HighLevel. docs/local.md shows how to use it; nothing else of this folder is for others.
 */

// All of it at once: servers, package, sign-in, operations, Zaps.
export { LocalZapier, type LocalZapierOptions } from './local-zapier.ts';

// Its parts.
export {
  keepRelayDatabase,
  relaySettings,
  sendWebhooksTo,
  startRelay,
  startRelayAlone,
  startSandbox,
  type RelayParts,
  type RunningServer,
} from './servers.ts';
export {
  NO_LIMIT,
  SandboxClient,
  type Limits,
  type SandboxInfo,
  type Provider,
  type SubAccount,
} from './sandbox-client.ts';
export {
  PackagedApp,
  type BundleInput,
  type Execution,
  type PackagedAppOptions,
} from './packaged-app.ts';
export { staticChoices, type Choice, type ChoicePage } from './choices.ts';
export { formReader, type FormReader } from './form-reader.ts';
export { OperationError } from './operation-error.ts';
export type { HttpRequest, RecordedRun, Recording } from './recorded-run.ts';
export type { LogLine } from './zapier-container.ts';
export { signIn, type Connection } from './sign-in.ts';
export { findPointers, hydrate, type Pointer, type PointerAnswers } from './hydrate.ts';
export { HookCatcher, type CaughtPost, type Delivery, type HookTarget } from './hook-catcher.ts';
export { InstantZap } from './instant-zap.ts';
export { WaitingStep } from './waiting-step.ts';
export { PollingZap, type Poll } from './polling-zap.ts';
export { Deduplicator } from './deduplicator.ts';
export { ZapierRpc, type Identity, type StashedFile } from './zapier-rpc.ts';
export { askServer, UnreachableError } from './ask-server.ts';
export { closeServer, listen } from './loopback-server.ts';
export { KeptFolder } from './kept-folder.ts';
export { contentsOf, sourcesIn } from './source-files.ts';
export { copyEmptyDatabase } from './relay-database.ts';
export { QUICK_WEBASSEMBLY, serverCode } from './server-code.ts';
export { makeQuickFolder, makeTempFolder, removeFolder } from './temp-folder.ts';
