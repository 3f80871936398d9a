import type { GenericSchema } from 'valibot';
import { getDotPath, safeParse } from 'valibot';
import { AppError } from '../base/appError';
import type { HttpResponse } from '../http/types';

/** Parses the body of a success with `schema`; an empty body is undefined. Throws AppError `unexpected-answer`. */
export function parseAnswer<T>(answer: HttpResponse, schema: GenericSchema<unknown, T>): T {
  const parsed = safeParse(schema, readJson(answer));
  if (parsed.success) return parsed.output;
  // Paths and expectations only: the values are people's data and belong in no log.
  const faults = parsed.issues.map(
    (issue) => `${getDotPath(issue) ?? 'body'}: expected ${issue.expected ?? issue.type}`,
  );
  throw unexpected(answer, { faults });
}

/** Counts come as plain text, sometimes behind a byte order mark, and read as JSON numbers once that is gone. */
function readJson(answer: HttpResponse): unknown {
  const text = new TextDecoder().decode(answer.body);
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (thrown) {
    // What JSON.parse says quotes the body, so only its kind is kept.
    throw unexpected(answer, { cause: new Error(`no JSON: ${(thrown as Error).name}`) });
  }
}

function unexpected(
  { status, headers }: HttpResponse,
  details: { faults?: string[]; cause?: Error },
): AppError {
  return new AppError('unexpected-answer', { status, requestId: headers['request-id'], ...details });
}
