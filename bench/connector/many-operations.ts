import zapier from 'zapier-platform-core';

import App from '../../index.ts';
import { showOneOperationPerEvent } from '../../lib/handler.ts';
import { isRecord, toRecord, type RawRecord } from '../../resources/values.ts';

/** What the catalog may grow to: twice what it has. */
const OPERATIONS = 500;

const KINDS = ['triggers', 'searches', 'creates'];

/** The connector with as many operations as it may have one day: its own, and copies of them. */
const app = withOperations(OPERATIONS);

showOneOperationPerEvent(zapier, app);

export default app;

function withOperations(count: number): RawRecord {
  const app: RawRecord = { ...App };
  const own = KINDS.flatMap((kind) =>
    Object.values(toRecord(app[kind])).map((entry) => ({ kind, entry: toRecord(entry) })),
  );
  const copies = Array.from({ length: count - own.length }, (_, index) => own[index % own.length]);
  for (const [index, original] of copies.entries()) {
    const { kind = '', entry = {} } = original ?? {};
    const key = `${String(entry['key'])}_copy_${index}`;
    app[kind] = { ...toRecord(app[kind]), [key]: { ...toRecord(copyOf(entry)), key } };
  }
  return app;
}

/** Core follows each object that two operations share only once while it copies: a copy shares none. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)]));
}
