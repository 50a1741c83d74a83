/** What a rule has to say about one place of the integration. */
export interface Finding {
  /** `creates.send_message`, `authentication`, or `app` for what belongs to no operation. */
  operation: string;
  /** The key of the field it is about. */
  field?: string;
  /** A sentence that says what is wrong, and what would be right. */
  message: string;
}

/** One of Zapier's integration checks, or of the written rules of its style guide. */
export interface Rule<Subject> {
  /**
   * Zapier's number, such as D018, or for a written rule words such as `required-first`.
   * https://docs.zapier.com/platform/publish/integration-checks-reference
   */
  id: string;
  /** What is true where the rule is kept. */
  title: string;
  check(subject: Subject): Finding[];
}

/** A finding with the rule that made it. */
export interface Violation extends Finding {
  rule: string;
}

/** Everything that rules find, rule by rule. */
export function violationsOf<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
): Violation[] {
  return rules.flatMap((rule) =>
    rule.check(subject).map((finding) => ({ rule: rule.id, ...finding })),
  );
}
