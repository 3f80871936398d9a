import type { GenericSchema } from 'valibot';
import { getDotPath, safeParse } from 'valibot';
import { AppError } from '../base/appError';

/** Response of Graph to one call, as it stood in its batch. */
export interface GraphResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON as it is, text of another type as a string, pictures and the like as bytes; undefined where it is empty. */
  readonly body: unknown;
  /** Number in place of the token that the batch carried; undefined where another token wouldn't help. */
  readonly tokenId?: number;
}

/** Result of sending something once: a response, or an error where none came. */
export type AttemptResult<Response = GraphResponse> =
  | { readonly kind: 'response'; readonly response: Response }
  | { readonly kind: 'error'; readonly error: AppError };

/** Parses the body of a success with `schema`. Throws AppError `unexpected-answer`. */
export function parseBody<T>(response: GraphResponse, schema: GenericSchema<unknown, T>): T {
  const parsed = safeParse(schema, jsonOrThrow(response));
  if (parsed.success) return parsed.output;
  // Paths and expectations only: the values are people's data and belong in no log.
  const faults = parsed.issues.map(
    (issue) => `${getDotPath(issue) ?? 'body'}: expected ${issue.expected ?? issue.type}`,
  );
  throw unexpected(response, { faults });
}

/**
 * Returns the body as JSON. A text of another type, such as the plain text of a count, is read as JSON, also behind a
 * byte order mark. Throws SyntaxError where it is no JSON.
 */
export function readJson({ headers, body }: GraphResponse): unknown {
  if (body instanceof Uint8Array) return parseJson(new TextDecoder().decode(body));
  if (typeof body === 'string' && !isJson(headers['content-type'])) return parseJson(body);
  return body ?? undefined;
}

/** Returns the body as bytes. */
export function readBytes({ headers, body }: GraphResponse): Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  if (body === undefined || body === null) return new Uint8Array();
  const isText = typeof body === 'string' && !isJson(headers['content-type']);
  return new TextEncoder().encode(isText ? body : JSON.stringify(body));
}

function parseJson(text: string): unknown {
  // Takes a byte order mark off as well.
  const trimmed = text.trim();
  return trimmed === '' ? undefined : JSON.parse(trimmed);
}

function isJson(mediaType = ''): boolean {
  return /json/i.test(mediaType);
}

function jsonOrThrow(response: GraphResponse): unknown {
  try {
    return readJson(response);
  } catch (thrown) {
    // The message of JSON.parse quotes the body, so only the name of the error is kept.
    throw unexpected(response, { cause: new Error(`no JSON: ${(thrown as Error).name}`) });
  }
}

function unexpected(
  { status, headers }: GraphResponse,
  details: { faults?: string[]; cause?: Error },
): AppError {
  return new AppError('unexpected-answer', { status, requestId: headers['request-id'], ...details });
}
