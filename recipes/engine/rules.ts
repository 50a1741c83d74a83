import { render, type Lookup } from './template.ts';

/** One rule of Filter by Zapier or Paths by Zapier, in the words of the editor. */
export interface Rule {
  field: string;
  condition: Condition;
  /** What it is compared with; some conditions need none. */
  value?: string;
}

export type Condition = keyof typeof CONDITIONS;

const CONDITIONS = {
  '(Text) Contains': (field: string, value: string) =>
    field.toLowerCase().includes(value.toLowerCase()),
  '(Text) Exactly matches': (field: string, value: string) => field === value,
  '(Text) Does not exactly match': (field: string, value: string) => field !== value,
  '(Date/time) Before': (field: string, value: string) => Date.parse(field) < Date.parse(value),
  '(Boolean) Is true': (field: string) => field === 'true',
  '(Boolean) Is false': (field: string) => field === 'false',
  Exists: (field: string) => field !== '',
  'Does not exist': (field: string) => field === '',
} as const;

/** Whether all rules of one group hold. */
export async function holds(
  groups: readonly (readonly Rule[])[],
  lookup: Lookup,
): Promise<boolean> {
  const verdicts = await Promise.all(
    groups.map(async (rules) => {
      const each = await Promise.all(rules.map((rule) => ruleHolds(rule, lookup)));
      return each.every(Boolean);
    }),
  );
  return verdicts.some(Boolean);
}

async function ruleHolds({ field, condition, value = '' }: Rule, lookup: Lookup): Promise<boolean> {
  return CONDITIONS[condition](await render(field, lookup), await render(value, lookup));
}
