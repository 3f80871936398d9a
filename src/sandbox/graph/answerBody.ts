import type { Answer } from './call';

const jsonType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** The content type of an answer; undefined when it has no body. */
function contentTypeOf(answer: Answer): string | undefined {
  if (answer.json) return jsonType;
  if (answer.text !== undefined) return 'text/plain';
  if (answer.html !== undefined) return 'text/html';
  return answer.image ? 'image/jpeg' : undefined;
}

/** Returns the content type of an answer with the headers of the resource. */
export function resourceHeaders(answer: Answer): Record<string, string> {
  const contentType = contentTypeOf(answer);
  return {
    'Cache-Control': 'no-cache',
    ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
    ...(answer.html === undefined ? { 'OData-Version': '4.0', 'x-ms-resource-unit': '1' } : {}),
    ...answer.headers,
  };
}
