import type { AccessClaims } from './accessClaims';
import type { Answer } from './call';
import type { EmulatorParts } from './graphEmulator';
import { faultAnswer } from './faultAnswer';
import type { PageMemory } from './pageMemory';
import { actAsOtherAdmin, adminActionTargetOf } from './concurrentAdmin';
import type { ResourceRequest } from './serveResource';
import type { CorruptionFault } from './faultKinds';

const slowInMs = 3_000;

/** Context in which a fault strikes. */
interface FaultContext {
  readonly claims: AccessClaims;
  readonly parts: Pick<EmulatorParts, 'faults' | 'clock' | 'tenant' | 'newId' | 'writes'>;
  /** Id of the request or of the batch around it. */
  readonly requestId: string;
  readonly pages: PageMemory;
  /** Id of the batch item; undefined for a request of its own. */
  readonly item?: string;
  /** The answer in place of one that was lost on the way. */
  readonly lost: Answer;
  /** The answer in place of one that never comes. */
  readonly silent: Answer;
}

/** Serves a request with the fault that strikes it, if any. Throws GraphRefusal, as the fault or `serve` does. */
export async function withFaults(
  request: ResourceRequest,
  context: FaultContext,
  serve: () => Answer | Promise<Answer>,
): Promise<Answer> {
  const { claims, requestId, item, lost, silent, pages } = context;
  const { faults, clock } = context.parts;
  const { method, target } = request;
  const kind = faults.strike({ method, target, item, callerId: claims.oid, requestId }, clock.now());
  const serveAndNote = async (): Promise<Answer> => {
    const answer = await serve();
    pages.note(answer.json);
    return answer;
  };
  switch (kind) {
    case undefined:
    case 'role-ended':
      return serveAndNote();
    case 'slow':
      await clock.wait(slowInMs);
      return serveAndNote();
    case 'slow-answer': {
      const answer = await serveAndNote();
      await clock.wait(slowInMs);
      return answer;
    }
    case 'lost-request':
    case 'cut-off':
      return lost;
    case 'hang':
      return silent;
    case 'lost-answer':
    case 'hang-after-effect':
      await serveAndNote();
      return kind === 'lost-answer' ? lost : silent;
    case 'error-in-ok':
    case 'html-in-ok':
    case 'cut-json':
    case 'batch-without-responses':
    case 'batch-one-missing':
    case 'batch-one-twice':
    case 'batch-unknown-id':
    case 'page-repeats':
      return corruptAnswer(kind, await serveAndNote(), target, pages);
    case 'seats-taken':
    case 'seats-freed':
    case 'sku-suspended':
    case 'user-deleted':
      actAsOtherAdmin(kind, adminActionTargetOf(target, request.body, claims.oid), context.parts);
      return serveAndNote();
    default:
      return faultAnswer(kind, claims, clock.now()) ?? serveAndNote();
  }
}

const page = '<!DOCTYPE html><html><head><title>Please wait</title></head><body>Please wait</body></html>';

type BatchResponse = Readonly<Record<string, unknown>>;

/** Changes a correct answer as the fault asks; returns other answers unchanged. */
function corruptAnswer(kind: CorruptionFault, answer: Answer, target: string, pages: PageMemory): Answer {
  const { json } = answer;
  switch (kind) {
    case 'error-in-ok':
      return { status: 200, json: { error: { code: 'UnknownError', message: '', innerError: {} } } };
    case 'html-in-ok':
      return { status: 200, html: page };
    case 'cut-json':
      return json ? cut(answer) : answer;
    case 'page-repeats':
      return { ...answer, json: json && pages.repeat(target, json) };
    case 'batch-without-responses':
      return { ...answer, json: {} };
    default: {
      const responses = json?.['responses'];
      if (!Array.isArray(responses)) return answer;
      return { ...answer, json: { responses: corruptResponses(kind, responses as BatchResponse[]) } };
    }
  }
}

function cut(answer: Answer): Answer {
  const whole = JSON.stringify(answer.json);
  return {
    status: answer.status,
    headers: { ...answer.headers, 'Content-Type': 'application/json;charset=utf-8' },
    text: whole.slice(0, Math.floor(whole.length * 0.6)),
  };
}

/** Changes the first response of the answer, which is a random one: batches are answered in any order. */
function corruptResponses(
  kind: 'batch-one-missing' | 'batch-one-twice' | 'batch-unknown-id',
  [first, ...others]: readonly BatchResponse[],
): readonly BatchResponse[] {
  if (!first || kind === 'batch-one-missing') return others;
  if (kind === 'batch-one-twice') return [first, ...others, first];
  return [{ ...first, id: 'nobody-asked' }, ...others];
}
