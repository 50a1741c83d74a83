import { staticChoices } from '../../../local/index.ts';
import { isRecord, toList, toRecord, toText, type RawRecord } from '../../../resources/values.ts';
import type { FieldView, FormView } from '../../api/form.ts';
import type { Operations } from '../catalog/operations.ts';

/** A form as Zapier's editor draws it: fields in their order, those of a group together. */
export function formView(
  fields: readonly RawRecord[],
  operation: RawRecord,
  operations: Operations,
): FormView {
  const groups = toList(operation['inputFieldGroups'])
    .filter(isRecord)
    .map(({ key, label }) => ({ key: String(key), label: toText(label) ?? '' }));
  const place = ({ group }: FieldView) => groups.findIndex(({ key }) => key === group);
  const views = fields.map((field) => fieldView(field, operations));
  // Those of no group have the place -1 and come first. The sort keeps the order of the rest.
  return { fields: views.sort((left, right) => place(left) - place(right)), groups };
}

function fieldView(field: RawRecord, operations: Operations): FieldView {
  const choices = staticChoices(field);
  const isLive = field['dynamic'] !== undefined || 'perform' in toRecord(field['choices']);
  return {
    key: textOf(field, 'key'),
    label: textOf(field, 'label') || textOf(field, 'key'),
    type: textOf(field, 'type') || 'string',
    isRequired: field['required'] === true,
    isList: field['list'] === true,
    isDictionary: field['dict'] === true,
    helpText: textOf(field, 'helpText'),
    placeholder: textOf(field, 'placeholder'),
    initial: textOf(field, 'default'),
    group: toText(field['group']),
    altersForm: field['altersDynamicFields'] === true,
    dropdown: isLive ? 'live' : choices.length > 0 ? 'static' : null,
    choices,
    search: searchOf(textOf(field, 'search'), operations),
    columns: toList(field['children'])
      .filter(isRecord)
      .map((child) => fieldView(child, operations)),
  };
}

/** @param search such as `find_contact.id` */
function searchOf(search: string, operations: Operations): FieldView['search'] {
  const [key = '', output = 'id'] = search.split('.');
  const label = operations.labelOfSearch(key);
  return label === '' ? null : { key, label, output };
}

function textOf(field: RawRecord, key: string): string {
  return toText(field[key]) ?? '';
}
