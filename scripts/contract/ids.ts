const REST = 'ZbR4xVnL0shT7gK2mWq9';

/** An ID as HighLevel's are, 20 letters and digits, in which a reader sees what it is of. */
export function recordId(of: string): string {
  return `${of.replaceAll(/[^a-z]/gi, '').slice(0, 12)}1${REST}`.slice(0, 20);
}

/** Whether a text is such an ID. */
export function isRecordId(text: string): boolean {
  return /^(?=.*\d)[a-z\d]{20}$/i.test(text);
}
