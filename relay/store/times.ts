/** SQL that makes a time of the database from a parameter in milliseconds since 1970. */
export function timeOf(parameter: string): string {
  return `to_timestamp(${parameter}::double precision / 1000)`;
}

/** SQL that returns a time of the database in milliseconds since 1970. */
export function millisecondsOf(column: string): string {
  return `(extract(epoch FROM ${column}) * 1000)::double precision`;
}
