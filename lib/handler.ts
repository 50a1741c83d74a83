import { isRecord, toList, toRecord, type RawRecord } from '../resources/values.ts';

/** Zapier's handler of an app: takes an event, returns a promise of what came of it. */
type Handler = (event: unknown, ...rest: unknown[]) => unknown;

type CreateHandler = (app: unknown) => Handler;

/** Methods of one operation. A path that is written in another way gets the whole app. */
const OF_AN_OPERATION = /^(triggers|searches|creates)\.(\w+)\.operation\.(\w*)/;

/** Methods that need no operation. */
const OF_NO_OPERATION = /^(authentication|hydrators)\./;

/**
 * Makes zapier-platform-core's `createAppHandler` return a handler of `createEventHandler` for this
 * app, and for no other.
 *
 * Where a later core cannot be changed like this, or Zapier takes `createAppHandler` from elsewhere,
 * the app runs as any other does: slower, with the same answers.
 *
 * @param core the default export of zapier-platform-core, from which Zapier's wrapper of the app
 * takes `createAppHandler`
 */
export function showOneOperationPerEvent(core: unknown, app: object): void {
  const create = isRecord(core) ? core['createAppHandler'] : undefined;
  if (!isRecord(core) || typeof create !== 'function') return;
  // Core's types leave it out; its source takes an app and returns such a handler.
  const createAppHandler = create as CreateHandler;
  Reflect.set(core, 'createAppHandler', (raw: unknown) =>
    raw === app ? createEventHandler(createAppHandler, app) : createAppHandler(raw),
  );
}

/**
 * A handler that shows core only the part of the app that an event can use.
 *
 * zapier-platform-core 19 copies, rebuilds and freezes what it is shown, twice for each event. If that
 * were the whole app, each new operation would slow every step down, and so would each new field if it
 * were the whole operation.
 *
 * @param createHandler core's own `createAppHandler`
 * @returns a handler that declares fewer than three parameters: Zapier takes one with three for one
 * that needs a callback
 */
export function createEventHandler(createHandler: CreateHandler, app: object): Handler {
  const handleByAll = createHandler(app);
  const handleByCommon = createHandler(commonParts(app));
  const byPart = new Map<string, Handler>();

  const handlerFor = (event: unknown): Handler => {
    const { command, method, appRawOverride } = toRecord(event);
    if (command !== 'execute' || typeof method !== 'string' || appRawOverride) return handleByAll;
    if (OF_NO_OPERATION.test(method)) return handleByCommon;
    const [path = '', kind = '', key = '', part = ''] = OF_AN_OPERATION.exec(method) ?? [];
    if (!operationIn(app, kind, key)) return handleByAll;
    const handle = byPart.get(path) ?? createHandler(onlyOperation(app, kind, key, part));
    byPart.set(path, handle);
    return handle;
  };

  return (event, ...rest) => handlerFor(event)(event, ...rest);
}

/**
 * The app without its operations: what a sign-in or a hydrator needs.
 *
 * The hydrators come last, where `z.dehydrate` finds them at once: for every pointer it searches the
 * app for the function it was given, from the last key on.
 */
export function commonParts(app: object): RawRecord {
  const { hydrators = {}, ...rest } = toRecord(app);
  return { ...rest, triggers: {}, searches: {}, creates: {}, searchOrCreates: {}, hydrators };
}

/**
 * The app with one operation, of which core has what it needs to run a part of it, such as `perform`.
 *
 * The fields and the sample are most of an operation. Core reads them where they are that part, and
 * besides only which output fields are the primary keys of a trigger's items.
 */
export function onlyOperation(app: object, kind: string, key: string, part: string): RawRecord {
  const entry = toRecord(operationIn(app, kind, key));
  const whole = toRecord(entry['operation']);
  const { inputFields: _inputs, outputFields, sample: _sample, ...rest } = whole;
  const primaryKeys = toList(outputFields).filter((field) => toRecord(field)['primary'] === true);
  const operation = { ...rest, outputFields: primaryKeys, [part]: whole[part] };
  return { ...commonParts(app), [kind]: { [key]: { ...entry, operation } } };
}

function operationIn(app: object, kind: string, key: string): unknown {
  const entries = toRecord(toRecord(app)[kind]);
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}
