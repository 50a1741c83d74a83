const REST = 'ZbR4xVnL0shT7gK2mWq9';

/** The ID of one of many records of a test: 20 letters and digits, as HighLevel's have. */
export const numberedId = (kind: string, number: number): string =>
  `${kind}${number}${REST}`.slice(0, 20);
