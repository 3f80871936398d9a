import { getDotPath, safeParse, type GenericSchema } from 'valibot';
import { AppError } from '../../base/appError';

/** A stored value that is an object. */
export type StoredObject = Readonly<Record<string, unknown>>;

// Parsers for data that a job can have 100,000 of. A schema takes more than ten microseconds an item, and a large job would
// take seconds to open. Each parser throws AppError `job-unreadable` for a value of another type.

/** Parses a stored object; the error for any other value contains `name`. */
export function toObject(stored: unknown, name: string): StoredObject {
  if (isObject(stored)) return stored;
  throw unreadable(name, 'an object');
}

/** Parses a stored list. */
export function toList(stored: unknown, name: string): readonly unknown[] {
  if (isList(stored)) return stored;
  throw unreadable(name, 'a list');
}

/** Parses a stored text. */
export function toText(stored: unknown, name: string): string {
  if (typeof stored === 'string') return stored;
  throw unreadable(name, 'a text');
}

/** Parses a stored text; undefined for a missing one. */
export function toOptionalText(stored: unknown, name: string): string | undefined {
  return stored === undefined ? undefined : toText(stored, name);
}

/** Parses a stored boolean. */
export function toBoolean(stored: unknown, name: string): boolean {
  if (typeof stored === 'boolean') return stored;
  throw unreadable(name, 'a boolean');
}

/** Parses a stored value with a schema. Throws AppError `job-unreadable`. */
export function parseStored<T>(schema: GenericSchema<unknown, T>, stored: unknown): T {
  const parsed = safeParse(schema, stored);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw unreadable(getDotPath(issue) ?? issue.type, issue.expected ?? issue.type);
}

/** Creates the error for a stored value of another type. It doesn't contain the value, which is personal data. */
export function unreadable(name: string, expected: string): AppError {
  return new AppError('job-unreadable', { faults: [`${name}: expected ${expected}`] });
}

const isObject = (stored: unknown): stored is StoredObject =>
  typeof stored === 'object' && stored !== null && !Array.isArray(stored);

const isList = (stored: unknown): stored is readonly unknown[] => Array.isArray(stored);
