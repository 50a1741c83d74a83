import { createHash } from 'node:crypto';

/** An ID for a step that changed many records: Zapier asks for one, and no record has it. */
export function runIdOf(results: unknown): string {
  return createHash('sha256').update(JSON.stringify(results)).digest('hex').slice(0, 16);
}

/** `2 of 3 contacts updated; 1 not found.` @param counts what became of the others, zeros left out */
export function bulkSummary(done: string, counts: Readonly<Record<string, number>>): string {
  const others = Object.entries(counts).flatMap(([what, count]) =>
    count > 0 ? [`${count} ${what}`] : [],
  );
  return `${[done, ...others].join('; ')}.`;
}
