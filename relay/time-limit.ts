/**
 * Waits for work, but not for ever. The work itself goes on.
 *
 * @param limitMs in milliseconds.
 * @throws what `late` gives when the limit passes first.
 */
export async function withinLimit<T>(
  work: Promise<T>,
  limitMs: number,
  late: () => Error,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(late());
    }, limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
