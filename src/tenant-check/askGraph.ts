import * as v from 'valibot';
import { AppError } from '../base/appError';
import type { Send } from '../http/types';
import type { CheckAnswer } from './tenantReport';

/** A question to Microsoft Graph. */
export interface Question {
  /** Path after the version, with its query. */
  readonly path: string;
  /** True for an advanced query (Graph: `ConsistencyLevel`). Default is false. */
  readonly isEventual?: boolean;
}

/** Answer with its body, which is not kept. */
export interface Reply {
  readonly answer: CheckAnswer;
  /** Undefined for anything but a success. */
  readonly body: unknown;
}

type Version = 'v1.0' | 'beta';

const batchWire = v.object({
  responses: v.array(
    v.object({
      id: v.string(),
      status: v.number(),
      headers: v.optional(v.record(v.string(), v.unknown()), {}),
      body: v.optional(v.unknown()),
    }),
  ),
});

/**
 * Asks up to 20 questions in one batch, since a batch alone shows a page the headers of its answers (CORS). Each is asked once:
 * a refusal is what the check wants to see. Rejects with AppError for failures of the session or the connection.
 */
export async function askGraph(
  { graphUrl, send }: { readonly graphUrl: string; readonly send: Send },
  version: Version,
  questions: readonly Question[],
  signal?: AbortSignal,
): Promise<readonly Reply[]> {
  const response = await send({
    method: 'POST',
    url: `${graphUrl}/${version}/$batch`,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      requests: questions.map(({ path, isEventual = false }, index) => ({
        id: String(index + 1),
        method: 'GET',
        url: path,
        ...(isEventual && { headers: { consistencylevel: 'eventual' } }),
      })),
    }),
    scopes: ['User.Read'],
    ...(signal && { signal }),
  });
  const batch = v.safeParse(batchWire, parseJson(response.body));
  if (!batch.success && response.status === 401) throw new AppError('sign-in-needed', { status: 401 });
  const found = new Map(batch.success ? batch.output.responses.map((each) => [each.id, each]) : []);
  return questions.map(({ path }, index) => {
    const item = found.get(String(index + 1)) ?? {
      status: response.status,
      headers: response.headers,
      body: parseJson(response.body),
    };
    const isSuccess = item.status >= 200 && item.status <= 299;
    return {
      answer: {
        path: `${version}${withoutIds(path)}`,
        status: item.status,
        ...(!isSuccess && codesOf(item.body)),
        limits: limitsOf(item.headers),
      },
      body: isSuccess ? item.body : undefined,
    };
  });
}

/** Puts `{id}` in place of what stands between slashes and is no word of the API. */
function withoutIds(path: string): string {
  return path.replace(/\/(?=[^/?]*\d)[^/?]{12,}/g, '/{id}');
}

const errorWire = v.object({
  error: v.object({
    code: v.optional(v.string()),
    innerError: v.optional(v.unknown()),
    innererror: v.optional(v.unknown()),
  }),
});
const innerWire = v.object({ code: v.string() });

function codesOf(body: unknown): Pick<CheckAnswer, 'code' | 'innerCode'> {
  const parsed = v.safeParse(errorWire, body);
  if (!parsed.success) return {};
  const { code, innerError, innererror } = parsed.output.error;
  const inner = v.safeParse(innerWire, innerError ?? innererror);
  return { code, ...(inner.success && { innerCode: inner.output.code }) };
}

const limitHeader = /throttle|rate-?limit|retry-after|resource-unit/i;
const idPattern = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;

function limitsOf(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      // The scope of a limit names the tenant (Graph: `x-ms-throttle-scope`).
      limitHeader.test(name) ? [[name.toLowerCase(), String(value).replace(idPattern, '{id}')]] : [],
    ),
  );
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
