const dayInMs = 86_400_000;

/** Midnight UTC of the day that `timeInMs` falls in, in milliseconds since 1970. */
export function startOfDay(timeInMs: number): number {
  return Math.floor(timeInMs / dayInMs) * dayInMs;
}

/** The time so many days after `seedDay`, as Graph writes times (ISO 8601, UTC, whole seconds). */
export function daysFrom(seedDay: number, days: number): string {
  return graphTime(seedDay + Math.round(days * dayInMs));
}

/** A time as Graph writes it: ISO 8601, UTC, whole seconds. */
export function graphTime(timeInMs: number): string {
  return new Date(timeInMs).toISOString().replace(/\.\d+Z$/, 'Z');
}
