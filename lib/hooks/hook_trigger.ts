import type { Bundle, InferInputData, InputField, ZObject } from 'zapier-platform-core';
import type * as zod from 'zod';

import type { Resource } from '../../resources/define.ts';
import type { Output, OutputField } from '../../resources/derive.ts';
import { toRecord, type RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import type { HookEvent } from './events.ts';
import { hookOn } from './hooks.ts';

/** An instant trigger of which an event has the whole record. */
export interface HookTrigger<
  Key extends string,
  Fields extends InputField[],
  Schema extends zod.ZodObject,
  Item extends object,
> {
  key: Key;
  noun: string;
  display: { label: string; description: string };
  inputFields: Fields;
  /** What it is told of. */
  events: readonly HookEvent[];
  /** What it makes of an event, and of an example. */
  resource: Resource<Schema>;
  /** Records that the editor shows in a test, newest first, as HighLevel sends them or as read. */
  examples: (z: ZObject, bundle: Bundle<InferInputData<Fields>>) => Promise<readonly unknown[]>;
  /** Whether a person asked for it. @throws errors.Error where nothing can match */
  filter?: (entry: zod.output<Schema>, inputs: InferInputData<Fields>) => boolean;
  /** Whether an event is one to tell of at all, by what the relay says of it. */
  tells?: (event: RawRecord, inputs: InferInputData<Fields>) => boolean;
  /** The event with what it leaves out; undefined where it turns out to be none to tell of. */
  completes?: (
    z: ZObject,
    bundle: Bundle<InferInputData<Fields>>,
    event: RawRecord,
  ) => Promise<RawRecord | undefined>;
  /** Asks HighLevel, last of all, whether an event is to start a Zap. */
  confirms?: (z: ZObject, event: RawRecord) => Promise<boolean>;
  /** The record with pointers to what an event leaves out. */
  withPointers?: (z: ZObject, entry: zod.output<Schema>) => Item;
  /** The polling trigger to use where no relay is set up, by its label. */
  meanwhile?: string;
  /** Sample and output fields, where they are not those of the resource. */
  output?: {
    sample: Output['sample'];
    outputFields: (OutputField | ((z: ZObject, bundle: Bundle) => Promise<OutputField[]>))[];
  };
}

/**
 * Declares an instant trigger. Events and examples go the same way, so that a test in the editor
 * shows what a Zap gets. The sub-account is put in here, where HighLevel leaves it out.
 */
export function defineHookTrigger<
  const Key extends string,
  const Fields extends InputField[],
  Schema extends zod.ZodObject,
  Item extends object = zod.output<Schema>,
>(trigger: HookTrigger<Key, Fields, Schema, Item>) {
  const { key, noun, display, inputFields, events, resource, meanwhile } = trigger;
  const { examples, filter, tells, completes, confirms, withPointers } = trigger;
  type StepBundle = Bundle<InferInputData<Fields>>;
  // Its inputs were read as these fields say, before any method runs (lib/operations/step_inputs.ts).
  const ofStep = (bundle: Bundle) => bundle as StepBundle;

  const itemsOf = (z: ZObject, bundle: StepBundle, raws: readonly unknown[]) =>
    raws
      .map((raw) => resource.parse({ locationId: locationOf(bundle), ...toRecord(raw) }))
      .filter((entry) => filter?.(entry, bundle.inputData) ?? true)
      .map((entry) => withPointers?.(z, entry) ?? entry);

  // Not through defineTrigger: it infers the inputs of fields that are known, and these are not yet.
  return {
    key,
    noun,
    display,
    operation: {
      type: 'hook' as const,
      inputFields,
      performList: async (z: ZObject, bundle: Bundle) => {
        const step = ofStep(bundle);
        return itemsOf(z, step, await examples(z, step));
      },
      ...hookOn(
        events,
        async (z, bundle: Bundle, event) => {
          const step = ofStep(bundle);
          if (tells?.(event, step.inputData) === false) return [];
          const whole = completes ? await completes(z, step, event) : event;
          const items = whole ? itemsOf(z, step, [whole]) : [];
          const isToStart = items.length === 0 || ((await confirms?.(z, event)) ?? true);
          return isToStart ? items : [];
        },
        meanwhile,
      ),
      ...(trigger.output ?? resource.output),
    },
  };
}
