/** A finding that stays, and why. */
export interface Exception {
  rule: string;
  /** The operation it is about, such as `searches.find_contact`. */
  operation: string;
  /** The field, where the finding names one. */
  field?: string;
  reason: string;
}

/**
 * The rules that cannot be met, each with its reason. An entry that no longer applies is an error.
 */
export const EXCEPTIONS: readonly Exception[] = [];
