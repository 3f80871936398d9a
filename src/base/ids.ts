/** Returns a new identifier with each call. */
export type NewId = () => string;

/** A random version 4 UUID in lower case, for request ids. */
export const newUuid: NewId = () => crypto.randomUUID();

const guidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Returns true if `text` is a GUID as Graph writes it: 8-4-4-4-12 hexadecimal digits with hyphens. */
export function isGuid(text: string): boolean {
  return guidShape.test(text);
}
