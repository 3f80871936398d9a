import * as v from 'valibot';

/**
 * Passes what `schema` passes; anything else, and what is missing, becomes undefined: one odd field of a record must not
 * take down the rest of it, nor the records beside it.
 */
export function soft<T>(schema: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, T | undefined> {
  return v.fallback(v.optional(schema), undefined);
}

/** Passes objects with these soft fields; what is no object passes as one of which nothing is known. */
export function softObject<const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.GenericSchema<unknown, v.InferOutput<v.ObjectSchema<Entries, undefined>>> {
  const schema = v.object(entries);
  return v.fallback(schema, () => v.parse(schema, {}));
}
