import { resourceHeaders } from './answerBody';
import type { Answer } from './call';
import { corsHeaders } from './corsHeaders';
import type { EmulatorResponse } from './emulatorHttp';
import type { AnswerIds } from './errorAnswer';

/** Writes an answer with the headers that every answer of Graph has; observed on traces of the service. */
export function writeResponse(answer: Answer, ids: AnswerIds): EmulatorResponse {
  if (answer.status <= 0) return { status: answer.status, headers: {} };
  return {
    status: answer.status,
    headers: {
      ...resourceHeaders(answer),
      ...corsHeaders,
      'Strict-Transport-Security': 'max-age=31536000',
      Vary: 'Accept-Encoding',
      'request-id': ids.requestId,
      'client-request-id': ids.clientRequestId,
      'x-ms-ags-diagnostic': JSON.stringify({
        ServerInfo: {
          DataCenter: 'Sandbox',
          Slice: 'E',
          Ring: '1',
          ScaleUnit: '000',
          RoleInstance: 'SANDBOX',
        },
      }),
      Date: new Date(ids.at).toUTCString(),
    },
    body: answer.json ? JSON.stringify(answer.json) : (answer.text ?? answer.html ?? answer.image),
  };
}
