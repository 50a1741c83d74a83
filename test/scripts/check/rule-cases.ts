import { describe, expect, test } from '@jest/globals';

import type { RawRecord } from '../../../resources/values.ts';
import {
  readIntegration,
  type Form,
  type Integration,
} from '../../../scripts/check/integration.ts';
import { violationsOf, type Rule } from '../../../scripts/check/rule.ts';
import { sampleDefinition, type Draft } from './sample-definition.ts';

/** A change of the sample integration, and what a rule must say to it. */
export interface RuleCase {
  rule: string;
  /** What is changed, for the test's name. */
  when: string;
  change: (draft: Draft) => void;
  /** Where the findings are, `operation` or `operation field`; empty when the rule is kept. */
  finds: string[];
  /** Words that the first finding's sentence must hold. */
  says?: string;
  /** States of forms that functions made, by operation. */
  forms?: Record<string, Form[]>;
}

export function integrationOf(draft: Draft, forms: Record<string, Form[]> = {}): Integration {
  // As Zapier stores it: JSON, without keys that hold nothing.
  const definition: unknown = JSON.parse(JSON.stringify(draft.definition));
  // The draft is an object.
  return readIntegration(definition as RawRecord, new Map(Object.entries(forms)));
}

/**
 * Tests rules: the sample integration keeps them all, each case finds what it says and no more, and
 * there is a case for every rule that breaks it.
 */
export function testRules(rules: readonly Rule<Integration>[], cases: readonly RuleCase[]): void {
  test('keep silent about an integration that is as it should be', () => {
    expect(violationsOf(rules, integrationOf(sampleDefinition()))).toEqual([]);
  });

  test('have a case each that breaks them', () => {
    const broken = cases.filter(({ finds }) => finds.length > 0).map(({ rule }) => rule);
    expect([...new Set(broken)].sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  describe.each(rules.map((rule) => [rule.id, rule.title, rule] as const))(
    '%s (%s)',
    (id, _title, rule) => {
      const own = cases.filter((one) => one.rule === id);
      test.each(own.map((one) => [one.when, one] as const))('%s', (_when, one) => {
        const draft = sampleDefinition();
        one.change(draft);
        const found = rule.check(integrationOf(draft, one.forms));
        const places = found.map(({ operation, field }) =>
          field === undefined ? operation : `${operation} ${field}`,
        );
        expect(places).toEqual(one.finds);
        expect(found.every(({ message }) => message.endsWith('.') || message.endsWith('"'))).toBe(
          true,
        );
        if (one.says !== undefined) expect(found[0]?.message).toContain(one.says);
      });
    },
  );
}
