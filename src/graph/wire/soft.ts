import * as v from 'valibot';

/**
 * Makes a field optional: a missing value, or one that `schema` rejects, becomes undefined, so that one invalid field doesn't
 * discard its record or the whole response.
 */
export function soft<T>(schema: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, T | undefined> {
  return v.fallback(v.optional(schema), undefined);
}

/** Makes an object of soft fields; a value that is no object becomes one with all fields undefined. */
export function softObject<const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.GenericSchema<unknown, v.InferOutput<v.ObjectSchema<Entries, undefined>>> {
  const schema = v.object(entries);
  return v.fallback(schema, () => v.parse(schema, {}));
}
