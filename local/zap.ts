import type { RawRecord } from '../resources/values.ts';
import type { PackagedApp } from './packaged-app.ts';

/** Where a Zap runs, and what a person filled in. */
export interface ZapParts {
  app: PackagedApp;
  authData: Record<string, string>;
  /** The trigger's key. */
  trigger: string;
  inputData?: RawRecord;
}
