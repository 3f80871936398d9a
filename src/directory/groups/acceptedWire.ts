import * as v from 'valibot';

/** No body, or one without an error: a success that carries an error, or is no JSON, says nothing of what was done. */
export const acceptedWire = v.optional(v.object({ error: v.optional(v.never()) }));
