// What `@jest/globals` exports, as far as the runner has it.
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } =
  globalThis;
