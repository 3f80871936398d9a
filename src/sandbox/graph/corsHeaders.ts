import type { EmulatorRequest, EmulatorResponse } from './emulatorHttp';

/** Response headers that scripts of other origins can read; observed. `Retry-After` is not among them. */
const exposed =
  'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, SdkVersion, WWW-Authenticate';

/** Headers that allow scripts of any origin to read an answer. */
export const corsHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': exposed,
} as const;

/** Answers a preflight request: every request is allowed. */
export function preflightAnswer(request: EmulatorRequest): EmulatorResponse {
  return {
    status: 200,
    headers: {
      ...corsHeaders,
      'Access-Control-Allow-Methods': 'GET, POST, PATCH, PUT, DELETE, HEAD, OPTIONS',
      'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '*',
      'Access-Control-Max-Age': '3600',
    },
  };
}
