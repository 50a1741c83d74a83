import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import {
  eventFilters,
  isAskedFor,
  ofChosenObject,
  someRecords,
  withPointers,
} from '../../lib/objects/events.ts';
import { withObjectFields } from '../../lib/objects/field_inputs.ts';
import { objectRecordItem } from '../../resources/object_record.ts';

export default defineHookTrigger({
  key: 'new_record',
  noun: 'Record',
  display: {
    label: 'New Record',
    description:
      'Triggers when a record of a custom object is created. Its links may be added a few seconds later. Instant.',
  },
  inputFields: eventFilters,
  events: ['RecordCreate'],
  resource: objectRecordItem,
  examples: someRecords('createdAt'),
  completes: ofChosenObject,
  filter: isAskedFor,
  withPointers,
  output: withObjectFields(objectRecordItem, 'record__fields__'),
});
