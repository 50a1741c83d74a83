/** What a record holds where Zapier fetches a value when a step uses it, unsigned as in unit tests. */
export function pointer(hydrator: string, inputData: Record<string, unknown>): string {
  return written('method', hydrator, inputData);
}

/** The same for a file. */
export function filePointer(hydrator: string, inputData: Record<string, unknown>): string {
  return written('file', hydrator, inputData);
}

function written(type: string, hydrator: string, bundle: Record<string, unknown>): string {
  return `hydrate|||${JSON.stringify({ type, method: `hydrators.${hydrator}`, bundle })}|||hydrate`;
}
