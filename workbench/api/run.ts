import type { FormState } from './form.ts';

/** What a test of an operation came to. */

export interface RequestView {
  method: string;
  /** The path at HighLevel, or the whole URL of another host. */
  target: string;
  query: string;
  /** Secrets are blacked out. */
  headers: Record<string, string>;
  body: string;
  status: number;
  durationMs: number | null;
  responseHeaders: Record<string, string>;
  responseBody: string;
}

export interface ErrorView {
  /** Zapier's class, such as HaltedError. */
  name: string;
  /** What a person reads. */
  sentence: string;
  /** What Zapier would do next. */
  next: string;
}

/** An output field as Zapier labels it; `key` has `__` between the levels and `[]` after a list. */
export interface OutputField {
  key: string;
  label: string;
  type: string;
}

export interface RunView {
  /** The test's own ID, made by the page: the same ID is never run twice. */
  id: string;
  title: string;
  durationMs: number;
  /** Null where it failed. */
  records: Record<string, unknown>[] | null;
  error: ErrorView | null;
  requests: RequestView[];
  console: string[];
  outputFields: OutputField[];
  /** The same step for Zapier's command line; null for what it cannot do. */
  invoke: string | null;
  /** Whether the step now waits until somebody answers. */
  isWaiting: boolean;
}

export interface RunRequest extends FormState {
  id: string;
}

/** A Zap that is on. */
export interface ZapView {
  id: string;
  trigger: string;
  /** What switching it on did. */
  run: RunView;
  isOn: boolean;
}

/** One poll, or one delivery: what came, and which of it starts the Zap. */
export interface ZapRun extends RunView {
  /** The places of the records that start the Zap. */
  started: number[];
}

export interface PointerRequest {
  connection: string;
  pointer: string;
}

/** What a pointer led to, and what that cost. */
export interface PointerView {
  value: unknown;
  requests: RequestView[];
}

/** What Zapier's checks say of an operation. */
export interface FindingView {
  rule: string;
  title: string;
  field: string;
  message: string;
  /** Why it stays, where it is on record. */
  reason: string;
}
