import { auditedAsService } from './audited';
import { Challenges } from './challenges';
import { createDirectory } from './directory';
import { corsHeaders, preflightAnswer } from './corsHeaders';
import { errorAnswer, refusalFrom } from './errorAnswer';
import type { AnswerIds } from './errorAnswer';
import { FaultPlan } from './faults';
import type { EmulatorParts, GraphEmulator, GraphEmulatorOptions } from './graphEmulator';
import { createGroupProcessing } from './groupProcessing';
import { PageMemory } from './pageMemory';
import { PhotoSlots } from './quota/photoSlots';
import { QuotaMeter } from './quota/quotaMeter';
import { noQuota } from './quota/quotaSettings';
import { actAsOtherAdmin } from './concurrentAdmin';
import { serveHttp } from './serveHttp';
import { WriteLog } from './writeLog';
import { resourceHeaders } from './answerBody';
import type { Answer } from './call';
import type { EmulatorResponse } from './emulatorHttp';

/** Starts an emulator; it has no timers and nothing to stop. */
export function createGraphEmulator(options: GraphEmulatorOptions): GraphEmulator {
  const parts: EmulatorParts = {
    ...options,
    faults: options.faults ?? new FaultPlan(),
    challenges: new Challenges(),
    directory: createDirectory(options.tenant, options.clock, options),
    quota: createQuota(options),
    photos: new PhotoSlots(options.clock),
    pages: new PageMemory(),
    writes: new WriteLog(options.tenant, options.clock),
    groupProcessingDelayInMs: options.groupProcessingDelayInMs ?? 1_500,
    log: options.log ?? ((line) => console.error(line)),
  };
  const processing = createGroupProcessing(parts.tenant, parts.clock, parts.groupProcessingDelayInMs);
  return {
    faults: parts.faults,
    lag: parts.directory.lag,
    settings: parts.directory.settings,
    quota: parts.quota,
    writes: parts.writes,
    actAsOtherAdmin: (action, target) => actAsOtherAdmin(action, target, parts),
    challenges: parts.challenges,
    revoke: (userId) => parts.challenges.revoke(userId, parts.clock.now()),
    demandStepUp: (userId) => parts.challenges.demandStepUp(userId, parts.clock.now()),
    settle: () => auditedAsService(parts, () => processing.settle()),
    async handle(request) {
      if (request.method === 'OPTIONS') return preflightAnswer(request);
      // Steps that came due since the last request count as taken at their time.
      auditedAsService(parts, () => processing.advance());
      const requestId = parts.newId();
      const ids: AnswerIds = {
        requestId,
        clientRequestId: request.headers['client-request-id'] ?? requestId,
        at: parts.clock.now(),
      };
      try {
        const begun = parts.directory.writesBegun();
        const answer = await serveHttp(request, ids, parts);
        const { writesTakeInMs } = parts.directory.settings;
        // Who waits for the answer of a write does not run into it with the next one.
        if (writesTakeInMs > 0 && parts.directory.writesBegun() > begun)
          await parts.clock.wait(writesTakeInMs);
        return writeResponse(answer, ids);
      } catch (thrown) {
        return writeResponse(errorAnswer(refusalFrom(thrown, parts.log), ids), ids);
      }
    },
  };
}

function createQuota({ tenant, clock, random, quota }: GraphEmulatorOptions): QuotaMeter {
  return new QuotaMeter({ clock, random, users: tenant.users.length, settings: quota ?? noQuota });
}

/** Writes an answer with the headers that every answer of Graph has; observed on traces of the service. */
function writeResponse(answer: Answer, ids: AnswerIds): EmulatorResponse {
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
