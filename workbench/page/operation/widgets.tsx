import {
  textField,
  type ChoicePage,
  type FieldView,
  type Row,
  type Value,
} from '../../api/form.ts';
import { Combobox } from '../parts/combobox.tsx';
import { Icon } from '../parts/icon.tsx';
import { FileInput } from './file-input.tsx';
import { JsonInput } from './json-input.tsx';
import '../parts/json-view.css';
import './widgets.css';

interface WidgetProps {
  field: FieldView;
  id: string;
  helpId: string;
  value: Value | undefined;
  onValue: (value: Value) => void;
  load: (page: string | null) => Promise<ChoicePage>;
}

/** What a person types into, by the field's type. */
export function Widget(props: WidgetProps) {
  const { field, value, onValue } = props;
  if (field.columns.length > 0) {
    return <Rows {...props} columns={field.columns} rows={rowsIn(value)} onRows={onValue} />;
  }
  if (field.isDictionary) {
    return <Rows {...props} columns={PAIR} rows={rowsIn(value)} onRows={onValue} />;
  }
  if (field.isList) return <Several {...props} values={textsIn(value)} />;
  return <One {...props} label={field.label} text={textsIn(value)[0] ?? ''} onText={onValue} />;
}

interface OneProps extends Omit<WidgetProps, 'value' | 'onValue'> {
  label: string;
  text: string;
  onText: (text: string) => void;
}

function One({ field, id, helpId, label, text, onText, load }: OneProps) {
  const shared = {
    id,
    'aria-label': label,
    'aria-describedby': helpId,
    'aria-required': field.isRequired,
    value: text,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      onText(currentTarget.value);
    },
  };
  if (field.dropdown !== null) {
    return (
      <Combobox
        id={id}
        label={label}
        describedBy={helpId}
        isRequired={field.isRequired}
        placeholder={field.placeholder || 'Choose, or type a value'}
        value={text}
        onValue={onText}
        choices={field.choices}
        {...(field.dropdown === 'live' && { load })}
      />
    );
  }
  switch (field.type) {
    case 'boolean':
      return (
        <select {...shared}>
          <option value="">Blank</option>
          <option value="true">Yes</option>
          <option value="false">No</option>
        </select>
      );
    case 'text':
      return <textarea {...shared} placeholder={field.placeholder} />;
    case 'json':
    case 'code':
      return (
        <JsonInput label={label} placeholder={field.placeholder} value={text} onText={onText} />
      );
    case 'integer':
    case 'number':
      return <input {...shared} placeholder={field.placeholder} inputMode="decimal" />;
    case 'datetime':
      return <DateTime {...shared} placeholder={field.placeholder} onText={onText} />;
    case 'file':
      return <FileInput {...shared} onText={onText} />;
    default:
      return <input {...shared} placeholder={field.placeholder} />;
  }
}

/** A date as Zapier takes it: any text, with a calendar to pick one from. */
function DateTime({
  onText,
  ...input
}: {
  onText: (text: string) => void;
  id: string;
  'aria-label': string;
  placeholder: string;
  value: string;
}) {
  return (
    <div class="side-by-side">
      <input {...input} />
      <input
        type="datetime-local"
        class="date-picker"
        aria-label={`Pick ${input['aria-label']}`}
        onChange={({ currentTarget }) => {
          onText(currentTarget.value.replace('T', ' '));
        }}
      />
    </div>
  );
}

function Several({ values, ...props }: WidgetProps & { values: string[] }) {
  const { field, id, onValue } = props;
  const shown = values.length === 0 ? [''] : values;
  return (
    <div class="several">
      {shown.map((text, index) => (
        <div class="side-by-side" key={index}>
          <One
            {...props}
            id={index === 0 ? id : `${id}-${index}`}
            label={shown.length === 1 ? field.label : `${field.label} ${index + 1}`}
            text={text}
            onText={(next) => {
              onValue(shown.map((one, place) => (place === index ? next : one)));
            }}
          />
          {shown.length > 1 && (
            <button
              type="button"
              class="icon-button"
              aria-label={`Remove ${field.label} ${index + 1}`}
              onClick={() => {
                onValue(shown.filter((_, place) => place !== index));
              }}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
      ))}
      <button
        type="button"
        class="button small quiet"
        aria-label={`Add another value to ${field.label}`}
        onClick={() => {
          onValue([...shown, '']);
        }}
      >
        <Icon name="plus" /> Add
      </button>
    </div>
  );
}

/** The columns of a field that takes names and values. */
const PAIR = [textField('key', 'Name'), textField('value', 'Value')];

interface RowsProps extends WidgetProps {
  columns: readonly FieldView[];
  rows: Row[];
  onRows: (rows: Row[]) => void;
}

/** Line items: a card for each, with the fields of a column under their names. */
function Rows({ columns, rows, onRows, field, id, ...props }: RowsProps) {
  const shown = rows.length === 0 ? [{}] : rows;
  return (
    <div class="several" id={id} role="group" aria-label={field.label}>
      {shown.map((row, index) => (
        <div
          class="row-item"
          key={index}
          role="group"
          aria-label={`${field.label}, item ${index + 1}`}
        >
          {columns.map((one) => (
            <label class="row-cell" key={one.key} for={`${id}-${index}-${one.key}`}>
              <span>{one.label}</span>
              <One
                {...props}
                field={one}
                id={`${id}-${index}-${one.key}`}
                label={`${one.label}, item ${index + 1}`}
                text={row[one.key] ?? ''}
                onText={(text) => {
                  onRows(
                    shown.map((other, place) =>
                      place === index ? { ...other, [one.key]: text } : other,
                    ),
                  );
                }}
              />
            </label>
          ))}
          {shown.length > 1 && (
            <button
              type="button"
              class="button small quiet"
              onClick={() => {
                onRows(shown.filter((_, place) => place !== index));
              }}
            >
              <Icon name="close" /> Remove item {index + 1}
            </button>
          )}
        </div>
      ))}
      <button
        type="button"
        class="button small quiet"
        onClick={() => {
          onRows([...shown, {}]);
        }}
      >
        <Icon name="plus" /> Add an item
      </button>
    </div>
  );
}

function textsIn(value: Value | undefined): string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return [value];
  return value.filter((one) => typeof one === 'string');
}

function rowsIn(value: Value | undefined): Row[] {
  if (value === undefined || typeof value === 'string') return [];
  return value.filter((one) => typeof one !== 'string');
}
