const dayInMs = 86_400_000;

/** Midnight UTC of the day that `timeInMs` falls in, in milliseconds since 1970. */
export function startOfDay(timeInMs: number): number {
  return Math.floor(timeInMs / dayInMs) * dayInMs;
}

/** Cached texts of the few thousand days that the generator uses. */
const written = new Map<number, string>();

/** The time so many days after `seedDay`, as Graph writes times (ISO 8601, UTC, whole seconds). */
export function daysFrom(seedDay: number, days: number): string {
  const time = seedDay + Math.round(days * dayInMs);
  const text = written.get(time) ?? graphTime(time);
  written.set(time, text);
  return text;
}

/** A time as Graph writes it: ISO 8601, UTC, whole seconds. */
export function graphTime(timeInMs: number): string {
  return new Date(timeInMs).toISOString().replace(/\.\d+Z$/, 'Z');
}
