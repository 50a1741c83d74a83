import type { Bundle, ZObject } from 'zapier-platform-core';

import { propertiesIn } from '../../resources/object_record.ts';
import { toDay, toList, toNumber, toTexts, type RawRecord } from '../../resources/values.ts';
import { inRange } from '../http/search_filters.ts';
import { stepOf } from '../http/step_context.ts';
import { bothOrNone } from '../inputs/alternatives.ts';
import { containsPhrase } from '../inputs/characters.ts';
import { invalid } from '../inputs/refusal.ts';
import { comparable, typeOf } from './field_types.ts';
import { fieldNamed, hasValue, readValue } from './find.ts';
import type { Operator } from './list_fields.ts';
import type { ObjectField, ObjectSchema } from './schema.ts';

/** Conditions for fields, in the words of the input fields. */
export interface ConditionInput {
  field?: string;
  operator?: string;
  value?: string;
  secondField?: string;
  secondOperator?: string;
  secondValue?: string;
}

/** What HighLevel is asked for, and whether a record of its answer meets it: its search may find more. */
export interface Condition {
  filter: object;
  holds: (raw: RawRecord) => boolean;
}

const KEYS = [
  ['field', 'operator', 'value'],
  ['secondField', 'secondOperator', 'secondValue'],
] as const;

/**
 * The conditions that a step names.
 *
 * @throws errors.Error for one that is filled in by half, or that its field cannot have
 */
export async function conditionsOf(
  z: ZObject,
  bundle: Bundle,
  schema: ObjectSchema,
  input: ConditionInput,
): Promise<Condition[]> {
  const { labels } = stepOf(bundle);
  const conditions: Condition[] = [];
  for (const [fieldKey, operatorKey, valueKey] of KEYS) {
    const [name, value] = [input[fieldKey], input[valueKey]];
    // The choices of the field are these words.
    const operator = (input[operatorKey] ?? 'is') as Operator;
    const [fieldLabel, valueLabel] = [labels[fieldKey] ?? 'Field', labels[valueKey] ?? 'Value'];
    const isBare = operator === 'filled' || operator === 'blank';
    if (!isBare || name === undefined) bothOrNone({ [fieldLabel]: name, [valueLabel]: value });
    if (name === undefined) continue;
    const field = fieldNamed(schema, name, fieldLabel);
    const property = `properties.${field.property}`;
    if (isBare) {
      conditions.push({
        filter: { field: property, operator: operator === 'filled' ? 'exists' : 'not_exists' },
        holds: (raw) => valuesIn(raw, field).length > 0 === (operator === 'filled'),
      });
    } else if (operator === 'contains') {
      conditions.push({
        filter: { field: property, operator, value },
        holds: (raw) => containsPhrase(toTexts(valuesIn(raw, field)), value ?? ''),
      });
    } else {
      const wanted = await readValue(z, bundle, field, value ?? '', valueLabel);
      conditions.push(comparison(field, property, operator, { wanted, valueLabel }));
    }
  }
  return conditions;
}

function comparison(
  field: ObjectField,
  property: string,
  operator: 'is' | 'isNot' | 'atLeast' | 'atMost',
  { wanted, valueLabel }: { wanted: unknown; valueLabel: string },
): Condition {
  if (operator === 'is' || operator === 'isNot') {
    return {
      filter: { field: property, operator: operator === 'is' ? 'eq' : 'not_eq', value: wanted },
      holds: (raw) => hasValue(raw, field, wanted) === (operator === 'is'),
    };
  }
  const isDate = typeOf(field).word === 'date';
  if (typeof wanted !== 'number' && !isDate) {
    throw invalid(
      `"${valueLabel}" has no least or most: the field ${field.name} is no number, money or date.`,
      'Choose another condition, such as Is or Contains.',
    );
  }
  // By isDate, one that is no number is a day as text.
  const limit = wanted as string | number;
  const [from, to] = operator === 'atLeast' ? [limit, undefined] : [undefined, limit];
  const [filter = {}] = inRange(property, from, to);
  return {
    filter,
    holds: (raw) => {
      const [found] = valuesIn(raw, field);
      const one = isDate ? toDay(found) : toNumber(found);
      if (one === null) return false;
      return operator === 'atLeast' ? one >= limit : one <= limit;
    },
  };
}

/** The values that a record has in a field; none where it is blank. */
function valuesIn(raw: RawRecord, { property }: ObjectField): unknown[] {
  return toList(comparable(propertiesIn(raw['properties'])[property]));
}
