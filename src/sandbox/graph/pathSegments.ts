import { malformedQuery } from './graphRefusal';

/**
 * The segments of a path below the version, decoded. A key in parentheses, `users('…')`, makes a segment of its own
 * (OData: URL conventions), and a slash at the end means nothing. Throws GraphRefusal `BadRequest` for a wrong encoding.
 */
export function pathSegments(path: string): string[] {
  const written = path
    .replace(/(?<=.)\/$/, '')
    .split('/')
    .slice(1);
  return written.flatMap((segment) => {
    const decoded = decode(segment);
    const [, name, key] = /^([\w.]+)\('(.*)'\)$/.exec(decoded) ?? [];
    return name === undefined || key === undefined ? [decoded] : [name, key.replaceAll("''", "'")];
  });
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw malformedQuery('The request path is not encoded correctly.');
  }
}
